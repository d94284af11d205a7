import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import StopSheet from './StopSheet.vue'

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}

describe('stopping a rule', () => {
  it('asks for a reason before anything is sent', async () => {
    const sheet = render(StopSheet, { props: { open: true, busy: false, refusal: () => undefined } })
    await sheet.vm.$nextTick()
    await sheet.find('form').trigger('submit')
    expect(sheet.emitted('stop')).toBeUndefined()
    expect(sheet.find('textarea').attributes('aria-invalid')).toBe('true')
    await sheet.find('textarea').setValue(' Salah ketik ')
    await sheet.find('form').trigger('submit')
    expect(sheet.emitted('stop')![0]![1]).toBe('Salah ketik')
  })
})
