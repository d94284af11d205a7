import { expect, it } from 'vitest'
import { useSingleKeys } from '@/composables/useShortcuts'
import { render } from '@/test/render'
import ShortcutSheet from './ShortcutSheet.vue'

it('lists the keys and lets the single ones be turned off', async () => {
  const sheet = render(ShortcutSheet, { props: { open: true, places: [{ key: 'r', text: 'Aturan poin' }] } })
  expect(sheet.text()).toContain('Aturan poin')
  await sheet.get('input[type=checkbox]').setValue(false)
  expect(useSingleKeys().singleKeys.value).toBe(false)
  useSingleKeys().allow(true)
})
