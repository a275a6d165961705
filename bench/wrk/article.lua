-- A new article, published at once, each under a slug of its own.
dofile("report.lua")

local text = string.rep("The *vote* came late, and nobody had gone home when it was over. ", 14)
local body = string.rep(text .. "\\n\\n", 5)
local count = 0

function init(args)
   wrk.headers["Authorization"] = "Bearer " .. args[1]
   wrk.headers["Content-Type"] = "application/json"
   prefix = "bench-" .. args[2] .. "-" .. number .. "-"
end

function request()
   count = count + 1
   return wrk.format("POST", "/api/v1/articles", nil,
      '{"slug": "' .. prefix .. count .. '", "title": "A night at the council", "summary": "It took all night.", "body": "'
      .. body .. '", "authors": ["author-0003"], "tags": ["tag-0002", "tag-0040"], "publication": {}}')
end
