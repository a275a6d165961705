-- A path with %d in it, a number from 1 to so many each time, times a step.
dofile("report.lua")

function init(args)
   path, many, step = args[1], tonumber(args[2]), tonumber(args[3])
   head = " HTTP/1.1\r\nHost: localhost\r\n\r\n"
   math.randomseed(number)
end

function request()
   return "GET " .. string.format(path, step * math.random(many)) .. head
end
