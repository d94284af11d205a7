import { nextTick } from 'vue'
import { expect, it } from 'vitest'
import ConflictSheet from '@/components/staff/conflict/ConflictSheet.vue'
import SheetDialog from '@/components/SheetDialog.vue'
import { button } from '@/test/within'
import { render } from '@/test/render'
import SheetSpecimen from './SheetSpecimen.vue'

it('opens a sheet, and closes it', async () => {
  const specimen = render(SheetSpecimen)
  const dialog = specimen.getComponent(SheetDialog).get('dialog')
  expect(dialog.element.open).toBe(false)

  await button(specimen, 'Buka lembar').trigger('click')
  await nextTick()
  expect(dialog.element.open).toBe(true)
  expect(dialog.text()).toContain('Satu hal pada satu waktu.')

  await button(dialog, 'Tutup').trigger('click')
  await nextTick()
  expect(dialog.element.open).toBe(false)
})

it('lets two changes be settled, and is done once they are', async () => {
  const specimen = render(SheetSpecimen)
  await button(specimen, 'Dua orang mengubah').trigger('click')
  await nextTick()
  const conflict = specimen.getComponent(ConflictSheet).getComponent(SheetDialog)
  expect(conflict.text()).toContain('Rina Hartono')
  expect(conflict.text()).toContain('Voucer sepuluh ribu')

  await conflict.get('input[value=theirs]').setValue()
  await conflict.get('form').trigger('submit')
  await nextTick()
  expect(conflict.get('dialog').element.open).toBe(false)
})
