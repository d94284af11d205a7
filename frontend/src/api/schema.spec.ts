import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

interface Contract {
  paths: Record<string, Record<string, { operationId?: string }>>
  components: { schemas: Record<string, unknown> }
}

const contract = parse(readFileSync(join(process.cwd(), '..', 'api-spec', 'src', 'main', 'resources', 'openapi', 'setia-v1.yaml'), 'utf8')) as Contract
const types = readFileSync(join(process.cwd(), 'src', 'api', 'schema.d.ts'), 'utf8')

it('has a type for every operation and every schema of the contract as it is now', () => {
  const operations = Object.values(contract.paths).flatMap((item) => Object.values(item).flatMap(({ operationId }) => (operationId ? [operationId] : [])))
  const named = new Set([...types.matchAll(/^ {4,8}"?(\w+)"?: /gm)].map((match) => match[1]))

  expect(operations.length).toBeGreaterThan(300)
  expect(operations.filter((name) => !named.has(name))).toEqual([])
  expect(Object.keys(contract.components.schemas).filter((name) => !named.has(name))).toEqual([])
})
