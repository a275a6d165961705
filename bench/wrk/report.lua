-- Prints what was measured as one line that bench.Wrk reads. Numbered threads draw different
-- requests, the same in each run.
local threads = 0

function setup(thread)
   threads = threads + 1
   thread:set("number", threads)
end

function done(summary, latency, requests)
   local e = summary.errors
   io.write(string.format("RESULT %d %d %d %d %d %d\n",
      summary.requests, summary.duration, summary.bytes,
      latency:percentile(50), latency:percentile(99),
      e.connect + e.read + e.write + e.status + e.timeout))
end
