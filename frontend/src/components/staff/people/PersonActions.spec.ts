import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { StaffResponse } from '@/api/types'
import SheetDialog from '@/components/SheetDialog.vue'
import { button } from '@/test/within'
import { render, serve } from '@/test/render'
import { rina } from '@/test/staffPerson'
import PersonActions from './PersonActions.vue'

const actions = (given: Partial<StaffResponse> = {}, own = false) => render(PersonActions, { props: { person: { ...rina, ...given }, own } })
const offered = (page: ReturnType<typeof render>) => page.findAll('section > div > button').map((one) => one.text())

it('offers what fits who it is; nobody disables themselves', () => {
  expect(offered(actions())).toEqual(['Kirim tautan kata sandi', 'Hapus verifikasi dua langkah', 'Nonaktifkan'])
  expect(offered(actions({ secondFactor: false }))).toEqual(['Kirim tautan kata sandi', 'Nonaktifkan'])
  expect(offered(actions({}, true))).toEqual(['Kirim tautan kata sandi'])
  expect(offered(actions({ state: 'invited' }))).toEqual(['Kirim ulang undangan', 'Nonaktifkan'])
  expect(offered(actions({ state: 'disabled' }))).toEqual(['Aktifkan lagi'])
})

it.each<[string, Partial<StaffResponse>, string, string]>([
  ['Kirim ulang undangan', { state: 'invited' }, 'POST /staff/stf_1/invitation', 'Undangan baru dikirim.'],
  ['Kirim tautan kata sandi', {}, 'POST /staff/stf_1/password-link', 'Tautan dikirim.'],
  ['Hapus verifikasi dua langkah', {}, 'DELETE /staff/stf_1/second-factor', 'Verifikasi dua langkah dihapus.'],
  ['Nonaktifkan', {}, 'PUT /staff/stf_1/suspension', 'Akun dinonaktifkan.'],
  ['Aktifkan lagi', { state: 'disabled' }, 'DELETE /staff/stf_1/suspension', 'Akun diaktifkan.'],
])('“%s” is done after asking, and said', async (name, given, call, done) => {
  const calls = serve({ [call]: { status: 204 } })
  const page = actions(given)
  const asked = () => calls.map(({ method, url }) => `${method} ${new URL(url).pathname.replace('/api/v1', '')}`)
  await button(page, name).trigger('click')
  await flushPromises()
  const sheet = page.getComponent(SheetDialog)
  expect(sheet.text()).toContain('Rina Hartono')
  expect(asked()).not.toContain(call)

  await button(sheet, name).trigger('click')
  await flushPromises()
  expect(asked()).toContain(call)
  expect(page.get('section > [role=status]').text()).toBe(done)
  expect(page.emitted('changed')).toHaveLength(1)
})

it('what is refused is told where it was asked', async () => {
  serve({ 'PUT /staff/stf_1/suspension': { status: 409, body: { code: 'last_administrator', title: 'Tidak bisa', detail: 'Ini administrator terakhir.' } } })
  const page = actions()
  await button(page, 'Nonaktifkan').trigger('click')
  await flushPromises()
  const sheet = page.getComponent(SheetDialog)
  await button(sheet, 'Nonaktifkan').trigger('click')
  await flushPromises()

  expect(sheet.get('[role=alert]').text()).toContain('Ini administrator terakhir.')
  expect(page.emitted('changed')).toBeUndefined()
})
