import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ownContacts } from '@/test/ownContacts'
import { render, serve } from '@/test/render'
import PinSheet from './PinSheet.vue'

const path = 'PUT /members/me/pin'

async function opened(answers: Parameters<typeof serve>[0]) {
  const calls = serve(answers)
  const sheet = render(PinSheet, { props: { account: ownContacts, open: true } })
  await sheet.vm.$nextTick()
  const submit = async () => {
    await sheet.get('form').trigger('submit')
    await flushPromises()
  }
  return { sheet, pin: () => sheet.get('[inputmode=numeric]'), submit, sent: () => calls.filter(({ method }) => method !== 'GET') }
}

describe('the PIN for a till', () => {
  it('is six hidden digits, sent with a proof', async () => {
    const { sheet, pin, submit, sent } = await opened({ [path]: { status: 204 } })
    expect(sheet.get('h2').text()).toBe('PIN untuk memakai poin')
    expect(sheet.get(`label[for="${pin().attributes('id')}"]`).text()).toBe('PIN baru')
    expect(document.getElementById(pin().attributes('aria-describedby')!)!.textContent).toContain('Enam angka')
    expect(pin().attributes('type')).toBe('password')
    await pin().setValue('4711')
    await submit()
    expect(sheet.text()).toContain('Isi enam angka.')

    await pin().setValue('471108')
    await submit()
    expect(sheet.text()).toContain('Isi kata sandi Anda, atau kode yang kami kirim.')
    expect(sent()).toHaveLength(0)

    await sheet.get('[autocomplete=current-password]').setValue('kopi-susu')
    await submit()
    expect(await sent()[0]!.json()).toEqual({ pin: '471108', proof: { password: 'kopi-susu' } })
    expect(sheet.emitted('changed')).toHaveLength(1)
    expect(sheet.emitted('update:open')).toEqual([[false]])
  })

  it('is refused at its field where it is too easy, and not again when the sheet is opened anew', async () => {
    const { sheet, pin, submit } = await opened({ [path]: { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/pin', code: 'easy', detail: 'PIN ini terlalu mudah.' }] } } })
    await pin().setValue('123456')
    await sheet.get('[autocomplete=current-password]').setValue('kopi-susu')
    await submit()
    expect(pin().attributes('aria-invalid')).toBe('true')
    expect(sheet.text()).toContain('PIN ini terlalu mudah.')

    await sheet.setProps({ open: false } as never)
    await sheet.setProps({ open: true } as never)
    expect(pin().attributes('aria-invalid')).toBe('false')
  })
})
