import { contractOf } from '@/developers/contract'

const purchase = { $ref: '#/components/schemas/Purchase' }

/** A small contract: a purchase to be posted, a member's activity, and what is open to everybody, signed-in people and files. */
export const sampleContract = contractOf({
  info: { title: 'Setia', version: '1' },
  servers: [{ url: '/api/v1' }],
  security: [{ clientCredentials: ['purchases:write'] }],
  tags: [{ name: 'Purchases' }, { name: 'Members' }],
  paths: {
    '/baskets': {
      post: {
        tags: ['Purchases'],
        operationId: 'postBasket',
        summary: 'Post a basket',
        description: 'Only `open` ones.',
        parameters: [{ name: 'Idempotency-Key', in: 'header', description: 'Names the request.', schema: { type: 'string' } }],
        requestBody: { content: { 'application/json': { schema: purchase } } },
        responses: { 201: { description: 'Posted', content: { 'application/json': { schema: purchase } } }, 409: { description: 'Posted before' } },
      },
    },
    '/members/{memberId}/activity': {
      get: {
        tags: ['Members'],
        operationId: 'listMemberActivity',
        summary: 'What a member did',
        security: [{ clientCredentials: ['members:read'] }],
        parameters: [
          { name: 'memberId', in: 'path', required: true, example: 'mem_1', schema: { type: 'string' } },
          { name: 'limit', in: 'query', schema: { type: 'integer' } },
        ],
        responses: { 200: { description: 'Changes of points' } },
      },
    },
    '/program': { get: { operationId: 'getProgram', summary: 'The program', security: [], responses: { 200: { description: 'The program' } } } },
    '/staff': { get: { operationId: 'listStaff', summary: 'The staff', security: [{ session: [] }], responses: { 200: { description: 'Staff' } } } },
  },
  components: {
    schemas: {
      Purchase: {
        type: 'object',
        required: ['total'],
        properties: {
          total: { allOf: [{ $ref: '#/components/schemas/Money' }], description: 'What was `paid`.' },
          till: { type: 'string', maxLength: 20, example: '1' },
        },
      },
      Money: { type: 'object', required: ['amount'], properties: { amount: { type: 'string', example: '25000' }, currency: { type: 'string', enum: ['IDR'] } } },
    },
  },
})

export const sampleOperation = (id: string) => sampleContract.groups.flatMap((group) => group.operations).find((operation) => operation.id === id)!
