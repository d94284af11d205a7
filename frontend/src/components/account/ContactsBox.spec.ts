import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ContactListResponse } from '@/api/types'
import { program } from '@/test/program'
import { ownContacts, sentCode } from '@/test/ownContacts'
import { render, serve } from '@/test/render'
import ContactsBox from './ContactsBox.vue'

const [phone, email] = ownContacts.items

async function box(account: Partial<ContactListResponse> = {}, phoneChannel = true) {
  serve({ 'GET /program': { body: { ...program, phoneChannel } } })
  const shown = render(ContactsBox, { props: { account: { ...ownContacts, ...account } } })
  await flushPromises()
  const named = (name: string) => shown.find(`[aria-label="${name}"]`)
  return { shown, named }
}

describe('how a member is reached', () => {
  it('is told in the way numbers are read, with what may be done', async () => {
    const { shown, named } = await box()
    expect(shown.text()).toContain('0812-3456-7890')
    expect(shown.text()).toContain('sari@contoh.id')
    expect(shown.findAll('li p:first-child').map((name) => name.text())).toEqual(['Nomor HP', 'Email'])
    expect(named('Ubah: Email').exists()).toBe(true)
    await named('Hapus nomor HP').trigger('click')
    expect(shown.get('dialog[open] h2').text()).toBe('Hapus nomor HP')
  })

  it('keeps the last proven contact, and says which is not proven', async () => {
    const { shown, named } = await box({ items: [phone!, { ...email!, provenAt: undefined }] })
    expect(named('Hapus nomor HP').exists()).toBe(false)
    expect(named('Hapus email').exists()).toBe(true)
    expect(shown.text()).toContain('Belum dikonfirmasi')
  })

  it('offers a phone only where the program reaches phones', async () => {
    const { named: withPhones } = await box({ items: [email!] })
    expect(withPhones('Tambah: Nomor HP').exists()).toBe(true)
    const { shown } = await box({ items: [email!] }, false)
    expect(shown.text()).not.toContain('Nomor HP')
  })

  it('goes on with a code that was sent already', async () => {
    const { shown } = await box({ waiting: [sentCode] })
    expect(shown.get('[role=status] button').text()).toBe('Isi kode')
    const waiting = shown.get('[role=status]')
    expect(waiting.text()).toContain('Kode untuk s•••@contoh.id sudah dikirim.')
    await waiting.get('button').trigger('click')
    expect(shown.get('dialog[open]').text()).toContain('Kami mengirim kode ke s•••@contoh.id.')
  })
})
