import { expect, it } from 'vitest'
import { contractOf } from '@/developers/contract'
import { render } from '@/test/render'
import { sampleContract } from '@/test/sampleContract'
import SchemaTable from './SchemaTable.vue'

it('tells of each field its type, its limits and whether it is required, with what it holds in place', () => {
  const table = render(SchemaTable, { props: { contract: sampleContract, schema: { $ref: '#/components/schemas/Purchase' } }, language: 'en' })
  const [total, amount, currency, till] = table.findAll('li').map((field) => field.text())

  expect(total).toMatch(/^total\s*Money\s*required\s*What was paid\./)
  expect(table.get('summary').text()).toBe('Fields of total')
  expect(table.findAll('details li')).toHaveLength(2)
  expect(amount).toMatch(/amount\s*string\s*required\s*Example: 25000/)
  expect(currency).toMatch(/currency\s*string\s*IDR/)
  expect(till).toMatch(/till\s*string\s*≤ 20\s*Example: 1/)
  expect(till).not.toContain('required')
})

it('ends where a schema holds itself', () => {
  const tree = contractOf({ info: { title: '', version: '' }, paths: {}, components: { schemas: { Tree: { type: 'object', properties: { part: { $ref: '#/components/schemas/Tree' } } } } } })

  expect(render(SchemaTable, { props: { contract: tree, schema: { $ref: '#/components/schemas/Tree' } } }).findAll('li')).toHaveLength(6)
})
