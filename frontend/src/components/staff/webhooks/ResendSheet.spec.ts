import { expect, it } from 'vitest'
import { render } from '@/test/render'
import ResendSheet from './ResendSheet.vue'

it('asks for days in their order', async () => {
  HTMLDialogElement.prototype.showModal = function () { this.open = true }
  const sheet = render(ResendSheet, { props: { open: true, today: '2026-11-22', busy: false } })
  const [from, until] = sheet.findAll('input[type=date]')
  await until!.setValue('2026-11-20')
  await sheet.get('form').trigger('submit')
  expect(sheet.emitted('resend')).toBeUndefined()
  expect(sheet.text()).toContain('Tanggal akhir harus')
  await from!.setValue('2026-11-19')
  await sheet.get('form').trigger('submit')
  expect(sheet.emitted('resend')).toEqual([[{ from: '2026-11-19', until: '2026-11-20', deliveredToo: false }]])
})
