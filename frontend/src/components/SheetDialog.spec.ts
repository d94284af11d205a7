import { expect, it } from 'vitest'
import { nextTick } from 'vue'
import { render } from '@/test/render'
import SheetDialog from './SheetDialog.vue'

async function opened() {
  const sheet = render(SheetDialog, { props: { title: 'Tambah kartu', open: true }, slots: { default: '<input>' } })
  await nextTick()
  return sheet
}

it('opens over the page under its title', async () => {
  const sheet = await opened()
  const dialog = sheet.get('dialog')

  expect(dialog.element.open).toBe(true)
  expect(document.getElementById(dialog.attributes('aria-labelledby')!)!.textContent).toBe('Tambah kartu')
  expect(sheet.find('input').exists()).toBe(true)
})

it.each([
  ['its button', 'button', 'click'],
  ['a tap beside it', 'dialog', 'click'],
  ['the Escape key', 'dialog', 'close'],
])('closes by %s', async (_, element, event) => {
  const sheet = await opened()
  await sheet.get('input').trigger('click')
  expect(sheet.emitted('update:open')).toBeUndefined()
  expect(sheet.get('button').attributes('aria-label')).toBe('Tutup')

  await sheet.get(element).trigger(event)

  expect(sheet.emitted('update:open')).toEqual([[false]])
})

it('holds nothing once it is closed', async () => {
  const sheet = await opened()
  await sheet.setProps({ open: false } as never)

  expect(sheet.get('dialog').element.open).toBe(false)
  expect(sheet.find('input').exists()).toBe(false)
})
