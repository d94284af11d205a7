import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ownContacts } from '@/test/ownContacts'
import { render, serve } from '@/test/render'
import PasswordSheet from './PasswordSheet.vue'

const path = 'PUT /members/me/password'

async function opened(answers: Parameters<typeof serve>[0]) {
  const calls = serve(answers)
  const sheet = render(PasswordSheet, { props: { account: ownContacts, open: true } })
  await sheet.vm.$nextTick()
  const fill = async (fresh: string, current: string) => {
    await sheet.get('[autocomplete=new-password]').setValue(fresh)
    if (current) await sheet.get('[autocomplete=current-password]').setValue(current)
    await sheet.get('form').trigger('submit')
    await flushPromises()
  }
  return { sheet, fill, sent: () => calls.filter(({ method }) => method !== 'GET') }
}

describe('a new password', () => {
  it('is sent with a proof, and told to be changed', async () => {
    const { sheet, fill, sent } = await opened({ [path]: { body: { kind: 'member', csrfToken: 'token-2', roles: [] } } })
    expect(sheet.get('h2').text()).toBe('Kata sandi')
    expect(sheet.text()).toContain('perangkat lain dikeluarkan')
    expect(sheet.findAll('label').map((label) => label.text())).toEqual(['Kata sandi baru', 'Kata sandi Anda sekarang'])
    expect(sheet.get('[type=submit]').text()).toBe('Simpan kata sandi')
    await fill('kopi-susu-gula', 'kopi-susu')
    expect(await sent()[0]!.json()).toEqual({ newPassword: 'kopi-susu-gula', proof: { password: 'kopi-susu' } })
    expect(sheet.emitted('changed')).toHaveLength(1)
    expect(sheet.emitted('update:open')).toEqual([[false]])
  })

  it('is long enough and proven before it is sent', async () => {
    const { sheet, fill, sent } = await opened({})
    await fill('pendek', '')
    expect(sheet.text()).toContain('Kata sandi minimal 10 karakter.')
    await fill('kopi-susu-gula', '')
    expect(sheet.text()).toContain('Isi kata sandi Anda, atau kode yang kami kirim.')
    expect(sent()).toHaveLength(0)
  })

  it('is refused at its field where the server knows it too well', async () => {
    const { sheet, fill } = await opened({ [path]: { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/newPassword', code: 'common', detail: 'Kata sandi ini terlalu umum.' }] } } })
    await fill('password-password', 'kopi-susu')
    expect(sheet.get('[autocomplete=new-password]').attributes('aria-invalid')).toBe('true')
    expect(sheet.text()).toContain('Kata sandi ini terlalu umum.')
    expect(sheet.emitted('changed')).toBeUndefined()
  })
})
