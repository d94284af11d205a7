// Writes src/api/schema.d.ts from the published contract.
import { writeFileSync } from 'node:fs'
import openapiTypescript, { astToString } from 'openapi-typescript'

const published = new URL('../../api-spec/src/main/resources/openapi/setia-v1.yaml', import.meta.url)

const tree = await openapiTypescript(published)
const target = new URL('../src/api/schema.d.ts', import.meta.url)
writeFileSync(target, '// Generated from the contract; not committed.\n' + astToString(tree))
console.log('types from the contract')
