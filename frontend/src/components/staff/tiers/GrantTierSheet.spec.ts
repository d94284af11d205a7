import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import GrantTierSheet from './GrantTierSheet.vue'

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.open = false
}

describe('giving a tier by hand', () => {
  it('needs a day and a reason, and says when a second person has to agree', async () => {
    const calls = serve({ 'POST /members/mem_1/tier-grants': { body: { state: 'waiting', approvalId: 'apr_1' } } })
    const sheet = render(GrantTierSheet, { props: { memberId: 'mem_1', open: true } })
    await flushPromises()
    await sheet.find('form').trigger('submit')
    await flushPromises()
    expect(sheet.findAll('[aria-invalid=true]')).toHaveLength(2)
    await sheet.find('input[type=date]').setValue('2027-06-30')
    await sheet.find('textarea').setValue('Janji saat pembukaan')
    await sheet.find('form').trigger('submit')
    await flushPromises()
    expect(calls.filter((call) => call.method === 'POST')).toHaveLength(1)
    expect(sheet.emitted('done')).toEqual([[true]])
  })
})
