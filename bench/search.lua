-- Asks the search page one query after the other, from the file that BENCH_ASKED names, one a line.
local asked = {}
for line in io.lines(os.getenv("BENCH_ASKED")) do
  asked[#asked + 1] = "/procedures?q=" .. line:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end)
end
local next = math.random(#asked)
function request()
  next = next % #asked + 1
  return wrk.format("GET", asked[next])
end
