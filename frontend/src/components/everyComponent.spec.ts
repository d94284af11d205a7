import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('every component has its spec beside it', () => {
  const files = readdirSync(join(process.cwd(), 'src/components'), { recursive: true, encoding: 'utf8' })
  const specs = new Set(files.filter((file) => file.endsWith('.spec.ts')))
  const untested = files.filter((file) => file.endsWith('.vue') && !specs.has(file.replace(/\.vue$/, '.spec.ts'))).sort()

  expect(untested).toEqual([])
})
