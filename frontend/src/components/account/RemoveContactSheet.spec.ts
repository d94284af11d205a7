import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ownContacts } from '@/test/ownContacts'
import { render, serve } from '@/test/render'
import RemoveContactSheet from './RemoveContactSheet.vue'

const path = 'POST /members/me/contacts/phone/removal'

async function opened(answers: Parameters<typeof serve>[0]) {
  const calls = serve(answers)
  const sheet = render(RemoveContactSheet, { props: { kind: 'phone', account: ownContacts, open: true } })
  await sheet.vm.$nextTick()
  const submit = async () => {
    await sheet.get('form').trigger('submit')
    await flushPromises()
  }
  return { sheet, submit, sent: () => calls.filter(({ method }) => method !== 'GET') }
}

describe('removing a contact', () => {
  it('asks for a proof before anything is sent, then sends both', async () => {
    const { sheet, submit, sent } = await opened({ [path]: { body: { ...ownContacts, items: [ownContacts.items[1]] } } })
    expect(sheet.get('h2').text()).toBe('Hapus nomor HP')
    expect(sheet.text()).toContain('Anda tidak dapat lagi masuk dengan kontak ini.')
    expect(sheet.get('[type=submit]').text()).toBe('Hapus')
    await submit()
    expect(sheet.text()).toContain('Isi kata sandi Anda, atau kode yang kami kirim.')
    expect(sent()).toHaveLength(0)

    await sheet.get('input[type=password]').setValue('kopi-susu')
    await submit()
    expect(await sent()[0]!.json()).toEqual({ proof: { password: 'kopi-susu' } })
    expect(sheet.emitted('update:open')).toEqual([[false]])
  })

  it('shows a wrong password at its field, and anything else on its own', async () => {
    const wrong = await opened({ [path]: { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/proof/password', code: 'wrong', detail: 'Kata sandi salah.' }] } } })
    await wrong.sheet.get('input').setValue('kopi')
    await wrong.submit()
    expect(wrong.sheet.get('input').attributes('aria-invalid')).toBe('true')
    expect(wrong.sheet.text()).toContain('Kata sandi salah.')
    expect(wrong.sheet.find('[role=alert]').exists()).toBe(false)

    const last = await opened({ [path]: { status: 409, body: { code: 'last_contact', title: 'Kontak terakhir' } } })
    await last.sheet.get('input').setValue('kopi-susu')
    await last.submit()
    expect(last.sheet.get('[role=alert]').text()).toContain('Kontak terakhir')
    expect(last.sheet.emitted('update:open')).toBeUndefined()
  })
})
