import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import EndSheet from './EndSheet.vue'

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}

describe('ending a rule', () => {
  it('says after which day, or soon', async () => {
    const sheet = render(EndSheet, { props: { open: true, busy: false, refusal: () => undefined } })
    await sheet.vm.$nextTick()
    await sheet.find('form').trigger('submit')
    await sheet.find('input').setValue('2026-12-31')
    await sheet.find('form').trigger('submit')
    expect(sheet.emitted('end')!.map(([, day]) => day)).toEqual(['', '2026-12-31'])
  })
})
