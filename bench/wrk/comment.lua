-- A guest's comment on one of so many stories.
dofile("report.lua")

local body = '{"name": "A reader", "email": "bench@example.org", "body": "'
   .. string.rep("Well put, and worth a second look. ", 6) .. '"}'

function init(args)
   many = tonumber(args[1])
   wrk.headers["Content-Type"] = "application/json"
   math.randomseed(number)
end

function request()
   return wrk.format("POST", "/api/v1/articles/story-" .. math.random(many) .. "/comments", nil, body)
end
