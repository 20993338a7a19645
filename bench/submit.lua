-- POST /api/v1/me/dossiers with its file already uploaded; each request by another person, with a key of its own.
local people = {}
local number = 0

function setup(thread)
  thread:set("id", number)
  number = number + 1
end

function init(args)
  math.randomseed(os.time() * 7 + id)
  for line in io.lines(args[1]) do
    local agency, token, file = line:match("(%S+) (%S+) (%S+)")
    people[#people + 1] = {agency = agency, token = token, file = file}
  end
end

local function uuid()
  return ("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx"):gsub("x", function() return ("%x"):format(math.random(0, 15)) end)
end

local body = [[{"service":"2.000004@%s","case":"01","answers":{"traderName":"Công ty TNHH Sao Mai","taxCode":"0109900016","programmeName":"Tri ân khách hàng","goods":"Trà và cà phê","startDate":"2027-06-01","endDate":"2027-06-30","place":"Toàn thành phố","prizeValueVnd":50000000},"papers":[{"component":"rules","file":"%s"}],"delivery":{"way":"ONLINE"}}]]

function request()
  local person = people[math.random(#people)]
  return wrk.format("POST", "/api/v1/me/dossiers", {
    ["Authorization"] = "Bearer " .. person.token,
    ["Idempotency-Key"] = uuid(),
    ["Content-Type"] = "application/json",
    ["Accept"] = "application/json",
  }, body:format(person.agency, person.file))
end
