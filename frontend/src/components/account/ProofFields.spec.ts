import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ContactListResponse, ProofRequest } from '@/api/types'
import { ownContacts, sentCode } from '@/test/ownContacts'
import { render, serve } from '@/test/render'
import ProofFields from './ProofFields.vue'

const fields = (account: ContactListResponse = ownContacts, refusal?: string) => render(ProofFields, { props: { modelValue: {}, account, refusal } })
const last = (shown: ReturnType<typeof fields>) => (shown.emitted('update:modelValue') as [ProofRequest][]).at(-1)![0]

describe('proving who asks', () => {
  it('is done with the password', async () => {
    const shown = fields(ownContacts, 'Kata sandi salah.')
    expect(shown.get('legend').text()).toBe('Buktikan bahwa ini Anda')
    expect(shown.get('label').text()).toBe('Kata sandi Anda sekarang')
    const password = shown.get('input[type=password]')
    expect(password.attributes('aria-invalid')).toBe('true')
    expect(shown.text()).toContain('Kata sandi salah.')
    await password.setValue('kopi-susu')
    expect(last(shown)).toEqual({ password: 'kopi-susu' })
  })

  it('or with a code to a contact that is proven, and to no other', async () => {
    const [phone, email] = ownContacts.items
    const calls = serve({ 'POST /members/me/proof-codes': { status: 201, body: sentCode } })
    const shown = fields({ ...ownContacts, items: [{ ...phone!, provenAt: undefined }, email!] })
    const ways = shown.findAll('button').filter((button) => button.text().startsWith('Kirim kode'))
    expect(ways.map((way) => way.text())).toEqual(['Kirim kode ke email saya'])

    await ways[0]!.trigger('click')
    await flushPromises()
    expect(await calls.find(({ method }) => method === 'POST')!.json()).toEqual({ kind: 'email' })
    expect(shown.text()).toContain('Kode sudah dikirim ke s•••@contoh.id.')
    expect(shown.find('input[type=password]').exists()).toBe(false)

    await shown.get('input').setValue('123456')
    expect(last(shown)).toEqual({ codeId: 'cod_1', code: '123456' })
    await shown.setProps({ refusal: 'Kode ini tidak cocok.' } as never)
    expect(shown.get('input').attributes('aria-invalid')).toBe('true')
    expect(shown.text()).toContain('Kode ini tidak cocok.')
  })

  it('asks for no password where there is none, and says why nothing was sent', async () => {
    serve({ 'POST /members/me/proof-codes': { status: 429, body: { code: 'too_many_codes', title: 'Tunggu sebentar' } } })
    const shown = fields({ ...ownContacts, hasPassword: false }, 'Isi kode yang kami kirim.')
    expect(shown.find('input').exists()).toBe(false)
    expect(shown.text()).toContain('Isi kode yang kami kirim.')

    await shown.findAll('button').find((button) => button.text() === 'Kirim kode ke HP saya')!.trigger('click')
    await flushPromises()
    expect(shown.get('[role=alert]').text()).toContain('Tunggu sebentar')
  })
})
