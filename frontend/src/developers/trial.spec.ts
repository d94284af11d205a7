import { afterEach, expect, it, vi } from 'vitest'
import { contractOf } from './contract'
import { curlOf, mayBeTried, send, trialOf, urlOf } from './trial'

const contract = contractOf({
  info: { title: 'Setia', version: '1' },
  paths: {
    '/purchases': { post: { operationId: 'postPurchase', security: [{ clientCredentials: ['purchases:write'] }], requestBody: { content: { 'application/json': { schema: { type: 'object' } } } }, responses: {} } },
    '/members/{memberId}/activity': {
      get: {
        operationId: 'listMemberActivity',
        security: [{ session: [] }, { clientCredentials: ['members:read'] }],
        parameters: [
          { name: 'memberId', in: 'path', required: true },
          { name: 'limit', in: 'query' },
        ],
        responses: {},
      },
    },
    '/program': { get: { operationId: 'getProgram', security: [{}], responses: {} } },
    '/staff': { get: { operationId: 'listStaff', security: [{ session: [] }], responses: {} } },
    '/imports': { post: { operationId: 'createImport', security: [{ clientCredentials: ['x'] }], requestBody: { content: { 'multipart/form-data': { schema: { type: 'object' } } } }, responses: {} } },
  },
})
const operations = Object.fromEntries(contract.groups.flatMap((group) => group.operations).map((operation) => [operation.id, operation]))
const now = new Date('2026-11-28T20:00:00.123Z')

afterEach(() => vi.unstubAllGlobals())

it('tries what a token may call, not what needs a session or a file', () => {
  expect(Object.values(operations).filter(mayBeTried).map(({ id }) => id)).toEqual(['postPurchase', 'listMemberActivity', 'getProgram'])
})

it('begins with a receipt of now for the member of the demonstration', () => {
  const body = JSON.parse(trialOf(contract, operations.postPurchase!, now, true).body)
  expect(body).toMatchObject({ businessDate: '2026-11-29', occurredAt: '2026-11-28T20:00:00Z', member: { email: 'sari@demo.setia.example' } })
})

it('writes addresses and commands that a shell takes as they are', () => {
  const activity = { parameters: { 'path:memberId': 'mem_1/2', 'query:limit': '5' }, body: '' }
  expect(urlOf(operations.listMemberActivity!, '/api/v1', activity)).toBe('/api/v1/members/mem_1%2F2/activity?limit=5')
  expect(curlOf(operations.postPurchase!, '/api/v1', { parameters: {}, body: `{"name":"Jum'at"}` })).toBe(
    String.raw`curl '/api/v1/purchases' \
  -H "Authorization: Bearer $TOKEN" \
  -H 'Content-Type: application/json' \
  -d '{"name":"Jum'\''at"}'`,
  )
})

it('sends with the token alone and shows what came back', async () => {
  const fetched = vi.fn(async () => new Response('{"a":1}', { status: 201, headers: { 'X-Request-Id': 'req_1', Vary: 'x' } }))
  vi.stubGlobal('fetch', fetched)

  const answer = await send(operations.postPurchase!, '/api/v1', { parameters: {}, body: '{}' }, 'abc', 'en')

  const [, init] = fetched.mock.calls[0] as unknown as [string, RequestInit]
  expect(init.credentials).toBe('omit')
  expect(new Headers(init.headers).get('Authorization')).toBe('Bearer abc')
  expect(answer).toMatchObject({ status: 201, body: '{\n  "a": 1\n}' })
  expect(answer.headers).toContainEqual(['x-request-id', 'req_1'])
})
