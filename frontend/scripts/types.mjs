// Writes src/api/schema.d.ts from the published contract.
import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTypescript, { astToString } from 'openapi-typescript'

const published = new URL('../../api-spec/src/main/resources/openapi/setia-v1.yaml', import.meta.url)
const draft = new URL('../contract-draft.yaml', import.meta.url)
const contract = existsSync(published) ? published : draft

const tree = await openapiTypescript(contract)
const target = new URL('../src/api/schema.d.ts', import.meta.url)
writeFileSync(target, '// Generated from the contract; not committed.\n' + astToString(tree))
console.log(`types from ${fileURLToPath(contract).split('/').pop()}`)
