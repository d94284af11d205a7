// Validates an OpenAPI document: its structure, its references, and each example against its schema.
const path = require('node:path')
const modules = path.resolve(__dirname, '../../../../frontend/node_modules')
const { lintFromString, createConfig } = require(path.join(modules, '@redocly/openapi-core'))
const { readFileSync } = require('node:fs')

async function main(file) {
  const config = await createConfig({
    rules: {
      struct: 'error',
      'no-unresolved-refs': 'error',
      'no-schema-type-mismatch': 'error',
      'no-invalid-schema-examples': { severity: 'error', allowAdditionalProperties: true },
      'no-invalid-media-type-examples': { severity: 'error', allowAdditionalProperties: true },
      'operation-operationId-unique': 'error',
      'path-parameters-defined': 'error',
      'security-defined': 'error',
      'spec-components-invalid-map-name': 'error',
    },
  })
  const problems = await lintFromString({ source: readFileSync(file, 'utf8'), absoluteRef: file, config })
  for (const { ruleId, message, location } of problems) console.log(`${ruleId}: ${message} ${location[0]?.pointer ?? ''}`)
  console.log(`${problems.length} problems`)
  process.exit(problems.length === 0 ? 0 : 1)
}

main(process.argv[2]).catch((error) => {
  console.error(error)
  process.exit(2)
})
