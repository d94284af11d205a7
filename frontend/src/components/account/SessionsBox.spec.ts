import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { ContactListResponse } from '@/api/types'
import { program } from '@/test/program'
import { ownContacts } from '@/test/ownContacts'
import { render, serve } from '@/test/render'
import SessionsBox from './SessionsBox.vue'

const here = { device: 'Chrome, Android', signedInAt: '2026-11-20T03:00:00Z', seenAt: '2026-11-22T02:10:00Z', current: true }
const elsewhere = { signedInAt: '2026-11-01T03:00:00Z', seenAt: '2026-11-21T11:42:00Z', current: false }

async function box(items: object[], account: ContactListResponse = ownContacts) {
  const calls = serve({ 'GET /program': { body: program }, 'PUT /members/me/password': { body: { kind: 'member', csrfToken: 'token-2', roles: [] } }, 'GET /sessions': { body: { items } }, 'DELETE /sessions/others': { status: 204 } })
  const shown = render(SessionsBox, { props: { account } })
  await flushPromises()
  const button = (label: string) => shown.findAll('button').find((each) => each.text() === label)
  return { shown, button, calls }
}

describe('where a member is signed in', () => {
  it('is told device by device, this one marked', async () => {
    const { shown } = await box([here, elsewhere])
    expect([shown.get('h2').text(), shown.get('h3').text()]).toEqual(['Keamanan', 'Perangkat yang masuk'])
    expect(shown.findAll('li').map((row) => row.text().replaceAll('\u00a0', ' '))).toEqual(['Chrome, Android perangkat initerakhir dipakai hari ini 09.10', 'Perangkat tidak dikenal terakhir dipakai kemarin 18.42'])
  })

  it('is ended elsewhere by one tap, and said to be', async () => {
    const { shown, button, calls } = await box([here, elsewhere])
    await button('Keluarkan perangkat lain')!.trigger('click')
    await flushPromises()
    expect(calls.filter(({ method }) => method === 'DELETE')).toHaveLength(1)
    expect(calls.filter(({ url }) => url.endsWith('/sessions'))).toHaveLength(2)
    expect(shown.get('p[role=status]').text()).toBe('Perangkat lain sudah dikeluarkan.')
  })

  it('is nowhere else to be ended where it is here alone', async () => {
    const { button } = await box([here])
    expect(button('Keluarkan perangkat lain')).toBeUndefined()
  })

  it('is protected by a password, made where there is none', async () => {
    const { shown, button } = await box([here], { ...ownContacts, hasPassword: false })
    await button('Buat kata sandi')!.trigger('click')
    expect(shown.get('dialog[open] h2').text()).toBe('Kata sandi')
  })

  it('is told to be safer once the password is changed', async () => {
    const { shown, button } = await box([here])
    await button('Ganti kata sandi')!.trigger('click')
    await shown.get('[autocomplete=new-password]').setValue('kopi-susu-gula')
    await shown.get('[autocomplete=current-password]').setValue('kopi-susu')
    await shown.get('form').trigger('submit')
    await flushPromises()
    expect(shown.get('p[role=status]').text()).toBe('Kata sandi sudah diganti.')
  })
})
