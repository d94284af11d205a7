import { expect, it } from 'vitest'
import 'virtual:documents/fields'
import { render } from '@/test/render'
import FieldCodes from './FieldCodes.vue'

it.each([
  ['en', 'required This is required.'],
  ['id', 'required Wajib diisi.'],
] as const)('tells every code of a field in %s, and no holes in them', async (language, required) => {
  const shown = render(FieldCodes, { language })
  await expect.poll(() => shown.findAll('li').length, { timeout: 4000 }).toBeGreaterThan(50)

  expect(shown.get('#field-required').text()).toBe(required)
  expect(shown.get('#field-webhook_url_not_allowed').text()).toContain('SETIA_WEBHOOK_ALLOW')
  expect(shown.findAll('li').every((row) => /^\w+ \S/.test(row.text()) && !/\{\d\}/.test(row.text()))).toBe(true)
})
