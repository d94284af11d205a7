import { expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { button } from '@/test/within'
import { render } from '@/test/render'
import ConfirmDialog from './ConfirmDialog.vue'

async function opened(given: { busy?: boolean; problem?: Problem } = {}) {
  const dialog = render(ConfirmDialog, { props: { open: true, title: 'Nonaktifkan', text: 'Rina langsung keluar.', action: 'Ya, nonaktifkan', busy: false, ...given } })
  await dialog.vm.$nextTick()
  return dialog
}

it('says what will happen, and does it or leaves it', async () => {
  const dialog = await opened()
  expect(dialog.get('dialog').element.open).toBe(true)
  expect(dialog.text()).toContain('Rina langsung keluar.')
  await button(dialog, 'Ya, nonaktifkan').trigger('click')
  expect(dialog.emitted('confirm')).toHaveLength(1)
  expect(dialog.emitted('update:open')).toBeUndefined()

  await button(dialog, 'Batal').trigger('click')
  expect(dialog.emitted('update:open')).toEqual([[false]])
  expect(dialog.emitted('confirm')).toHaveLength(1)
})

it('shows that it is under way, and what went wrong', async () => {
  const dialog = await opened({ busy: true, problem: new Problem(409, 'last_administrator', 'Tidak bisa', 'Ini administrator terakhir.', 'req_1') })

  expect(button(dialog, 'Ya, nonaktifkan').attributes('aria-busy')).toBe('true')
  expect(dialog.get('[role=alert]').text()).toContain('Ini administrator terakhir.')
})
