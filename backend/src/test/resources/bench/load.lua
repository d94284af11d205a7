-- What tills and members send, for wrk: every receipt has a number of its own, every member is drawn at random.
-- BENCH_DATA names a file that answers the shop, BENCH_KIND what is sent, BENCH_RATE how many requests a second a thread
-- begins, whatever comes back (as fast as answers come when absent).
local ffi = require("ffi")
ffi.cdef [[
  typedef struct { long seconds; long nanoseconds; } bench_time;
  int clock_gettime(int clock, bench_time *time);
]]

local bench = dofile(os.getenv("BENCH_DATA"))
local kind = os.getenv("BENCH_KIND")
local rate = tonumber(os.getenv("BENCH_RATE") or "0")
local threads = {}

local function now()
  local time = ffi.new("bench_time")
  ffi.C.clock_gettime(1, time)
  return tonumber(time.seconds) + tonumber(time.nanoseconds) / 1e9
end

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init()
  math.randomseed(bench.seed * 31 + number)
  sent, receipts, points, rows, late, latest = 0, 0, 0, 0, 0, 0
  statuses, refusals = {}, {}
  due = now() + math.random() / math.max(rate, 1)
end

-- Requests begin at random moments, so many a second; one that finds no connection free begins late, and is counted.
if rate > 0 then
  function delay()
    due = due - math.log(1 - math.random()) / rate
    local wait = due - now()
    if wait < 0 then
      late = late + 1
      latest = math.max(latest, -wait)
      return 0
    end
    return math.floor(wait * 1000)
  end
end

local function http(method, path, headers, body)
  return method .. " " .. path .. " HTTP/1.1\r\nHost: 127.0.0.1\r\n" .. headers .. "Content-Length: " .. #body .. "\r\n\r\n" .. body
end

local function till()
  return bench.tills[math.random(#bench.tills)]
end

local function anybody()
  return math.random(bench.members) - 1
end

local function receipt(member, at)
  receipts = receipts + 1
  return '{"channel":"store","till":"' .. at.number .. '","receiptNumber":"' .. bench.run .. "-" .. number .. "-" .. receipts
    .. '","businessDate":"' .. bench.day .. '","occurredAt":"' .. bench.time .. '","cashier":"k-' .. at.number
    .. '","member":{"card":"' .. bench.card .. string.format("%08d", member) .. '"},'
    .. bench.receipts[math.random(#bench.receipts)]
end

local function post(path, at, body)
  return http("POST", "/api/v1" .. path, "Authorization: Bearer " .. at.token .. "\r\nContent-Type: application/json\r\n", body)
end

local kinds = {}

function kinds.single()
  local at = till()
  return post("/purchases", at, receipt(anybody(), at))
end

function kinds.hot()
  local at = till()
  return post("/purchases", at, receipt(bench.hot, at))
end

function kinds.quote()
  local at = till()
  local body = receipt(anybody(), at)
  receipts = receipts - 1
  return post("/purchases/quote", at, body)
end

function kinds.batch()
  local at = till()
  local all = {}
  for place = 1, bench.batch do
    all[place] = receipt(anybody(), at)
  end
  return post("/purchases/batch", at, '{"purchases":[' .. table.concat(all, ",") .. "]}")
end

function kinds.read()
  return http("GET", "/api/v1/members/" .. bench.memberId .. string.format("%012d", anybody()), "Authorization: Bearer " .. till().token .. "\r\n", "")
end

function kinds.lookup()
  return post("/members/lookup", till(), '{"phone":"' .. bench.phone .. string.format("%08d", anybody()) .. '"}')
end

function kinds.redeem()
  local session = bench.sessions[math.random(#bench.sessions)]
  return http("POST", "/api/v1/members/me/redemptions",
    "Cookie: " .. session.cookie .. "\r\nX-CSRF-Token: " .. session.token .. "\r\nContent-Type: application/json\r\nIdempotency-Key: "
      .. bench.run .. "-" .. number .. "-" .. sent .. "\r\n",
    '{"rewardId":"' .. bench.reward .. '"}')
end

function kinds.mixed()
  local chance = math.random(100)
  if chance <= 80 then
    return kinds.single()
  elseif chance <= 95 then
    return kinds.read()
  end
  return kinds.redeem()
end

function request()
  sent = sent + 1
  return kinds[kind]()
end

function response(status, headers, body)
  statuses[status] = (statuses[status] or 0) + 1
  if status == 201 then
    local earned = body:match('"pointsEarned":(%d+)')
    if earned then
      rows = rows + 1
      points = points + earned
    end
  elseif status >= 400 then
    local code = status .. "." .. (body:match('"code":"([%w_]+)"') or "none")
    refusals[code] = (refusals[code] or 0) + 1
  elseif kind == "batch" then
    rows = rows + (body:match('"posted":(%d+)') or 0)
    for earned in body:gmatch('"pointsEarned":(%d+)') do
      points = points + earned
    end
  end
end

function done(summary, latency, requests)
  local sum = {sent = 0, receipts = 0, points = 0, rows = 0, late = 0}
  local most = 0
  local counts = {}
  for _, thread in ipairs(threads) do
    for name in pairs(sum) do
      sum[name] = sum[name] + thread:get(name)
    end
    most = math.max(most, thread:get("latest"))
    for status, count in pairs(thread:get("statuses")) do
      counts["status." .. status] = (counts["status." .. status] or 0) + count
    end
    for code, count in pairs(thread:get("refusals")) do
      counts["refusal." .. code] = (counts["refusal." .. code] or 0) + count
    end
  end
  local parts = {
    "requests=" .. summary.requests, "duration=" .. summary.duration,
    "mean=" .. latency.mean, "p50=" .. latency:percentile(50), "p99=" .. latency:percentile(99),
    "p999=" .. latency:percentile(99.9), "max=" .. latency.max, "latest=" .. most * 1e6,
    "errors=" .. summary.errors.connect + summary.errors.read + summary.errors.write, "timeouts=" .. summary.errors.timeout,
  }
  for name, value in pairs(sum) do
    table.insert(parts, name .. "=" .. value)
  end
  for name, value in pairs(counts) do
    table.insert(parts, name .. "=" .. value)
  end
  print("RESULT " .. table.concat(parts, " "))
end
