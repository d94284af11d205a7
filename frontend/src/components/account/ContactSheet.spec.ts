import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ownContacts, sentCode } from '@/test/ownContacts'
import { render, serve } from '@/test/render'
import ContactSheet from './ContactSheet.vue'

const confirmation = 'POST /members/me/contacts/cod_1/confirmation'
const taken = { status: 409, body: { code: 'contact_taken', title: 'Sudah dipakai' } }

async function opened(answers: Parameters<typeof serve>[0], props: Record<string, unknown> = {}) {
  const calls = serve(answers)
  const sheet = render(ContactSheet, { props: { kind: 'email', account: ownContacts, open: false, ...props } })
  await sheet.setProps({ open: true } as never)
  const submit = async () => {
    await sheet.get('form').trigger('submit')
    await flushPromises()
  }
  const enter = async (code: string) => {
    await sheet.get('input').setValue(code)
    await flushPromises()
  }
  return { sheet, submit, enter, sent: () => calls.filter(({ method }) => method !== 'GET') }
}

describe('a contact', () => {
  it('is given with a proof, and proven by the code that came to it', async () => {
    const { sheet, submit, enter, sent } = await opened({ 'POST /members/me/contacts': { status: 201, body: sentCode }, [confirmation]: { body: ownContacts } })
    expect(sheet.get('h2').text()).toBe('Email Anda')
    expect(sheet.get('label').text()).toBe('Email')
    await sheet.get('input[type=email]').setValue(' sari.baru@contoh.id ')
    await sheet.get('input[type=password]').setValue('kopi-susu')
    await submit()
    expect(await sent()[0]!.json()).toEqual({ contact: 'sari.baru@contoh.id', proof: { password: 'kopi-susu' } })
    expect(sheet.text()).toContain('Kami mengirim kode ke s•••@contoh.id.')

    await enter('123456')
    expect(await sent()[1]!.json()).toEqual({ code: '123456', release: false })
    expect(sheet.emitted('update:open')).toEqual([[false]])
  })

  it('must be of the kind that is asked for', async () => {
    const { sheet, submit, sent } = await opened({}, { kind: 'phone' })
    expect(sheet.get('h2').text()).toBe('Nomor HP Anda')
    expect(sheet.get('label').text()).toBe('Nomor HP')
    await sheet.get('input[type=tel]').setValue('sari@contoh.id')
    await sheet.get('input[type=password]').setValue('kopi-susu')
    await submit()
    expect(sheet.text()).toContain('Isi nomor HP, misalnya 0812-3456-7890.')
    expect(sent()).toHaveLength(0)
  })

  it('of another account is taken over only by who says so', async () => {
    const { sheet, enter, sent } = await opened({ [confirmation]: taken }, { waiting: sentCode })
    await enter('123456')
    expect(sheet.get('[role=alert]').text()).toContain('terhubung dengan akun lain')
    expect(sheet.get('[role=alert]').text()).toContain('poinnya tetap aman di akunnya')

    await sheet.findAll('button').find((button) => button.text() === 'Lepas dari akun lama, pakai di akun saya')!.trigger('click')
    await flushPromises()
    expect(await sent().at(-1)!.json()).toEqual({ code: '123456', release: true })
  })

  it('asks for its code again when it is opened again', async () => {
    const { sheet, enter } = await opened({ [confirmation]: taken }, { waiting: sentCode })
    await enter('123456')
    await sheet.setProps({ open: false } as never)
    await sheet.setProps({ open: true } as never)

    expect(sheet.find('[role=alert]').exists()).toBe(false)
    expect(sheet.get('input').element.value).toBe('')
  })
})
