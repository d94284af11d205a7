import { expect, it } from 'vitest'
import { contractOf, type OpenApi } from './contract'

const document: OpenApi = {
  info: { title: 'Setia', version: '1' },
  servers: [{ url: '/api/v1' }],
  security: [{ oauth: ['purchases:write'] }],
  tags: [{ name: 'Purchases', description: 'Posting.' }],
  paths: {
    '/purchases': {
      post: {
        tags: ['Purchases'],
        operationId: 'postPurchase',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Sale' } } } },
        responses: { 201: { description: 'Posted', content: { 'application/json': { schema: { $ref: '#/components/schemas/Sale' } } } } },
      },
    },
    '/jobs': {
      post: {
        requestBody: {
          content: {
            'multipart/form-data': {
              schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' }, kind: { type: 'string' }, dryRun: { type: 'string', nullable: true } } },
            },
          },
        },
        responses: {},
      },
    },
    '/program': { get: { security: [], responses: {} } },
  },
  components: {
    schemas: {
      Sale: { type: 'object', required: ['total'], properties: { total: { allOf: [{ $ref: '#/components/schemas/Money' }] }, lines: { type: 'array', items: { $ref: '#/components/schemas/Money' } }, part: { $ref: '#/components/schemas/Sale' } } },
      Money: { type: 'object', properties: { amount: { type: 'string', example: '25000' } } },
    },
  },
}
const contract = contractOf(document)
const post = contract.groups[0]!.operations[0]!

it('groups operations by tag, told tags first', () => {
  expect(contract.groups.map((group) => group.name)).toEqual(['Purchases', 'API'])
})

it('follows references into fields', () => {
  const [total, lines] = contract.properties(post.request!.schema)
  expect(total).toMatchObject({ name: 'total', required: true, type: 'Money' })
  expect(lines).toMatchObject({ name: 'lines', required: false, type: 'Money[]' })
})

it('makes an example and ends where a schema holds itself', () => {
  expect(contract.example({ $ref: '#/components/schemas/Money' })).toEqual({ amount: '25000' })
  expect(contract.example(post.request!.schema)).toMatchObject({ total: { amount: '25000' }, lines: [{ amount: '25000' }] })
})

it('writes a curl sample with the token only where one is needed', () => {
  expect(contract.curl(post, 'http://localhost')).toContain("'http://localhost/api/v1/purchases'")
  expect(contract.curl(post, 'http://localhost')).toContain('Authorization: Bearer $TOKEN')
  expect(contract.curl(contract.groups[1]!.operations[1]!, 'http://localhost')).not.toContain('Authorization')
})

it('writes the parts of a form that must be there', () => {
  const sample = contract.curl(contract.groups[1]!.operations[0]!, 'http://localhost')
  expect(sample).toContain(`-F 'file=@file.csv' \\\n  -F "kind=$KIND"`)
  expect(sample).not.toContain('dryRun')
})
