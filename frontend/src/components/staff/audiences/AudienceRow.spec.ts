import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { SavedAudience } from '@/api/audiences'
import { render, serve } from '@/test/render'
import AudienceRow from './AudienceRow.vue'

const rich: SavedAudience = { audienceId: 'aud_1', version: 1, name: 'Banyak poin', criteria: { kind: 'balance', fewest: 1000 }, changedAt: '2026-11-22T00:00:00Z', usedBy: ['Kopi gratis', 'Akhir tahun'] }
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

it('says in words who is in it, what uses it, and how many they are now', async () => {
  serve({ 'GET /audiences/aud_1/count': { body: { members: 12400, at: '2026-11-22T03:00:00Z' } } })
  const row = render(AudienceRow, { props: { audience: rich } })
  expect(row.find('[aria-busy=true]').exists()).toBe(true)
  await flushPromises()

  expect(row.attributes('href')).toBe('/staff/audiences/aud_1')
  expect(plain(row.text())).toContain('Anggota yang punya paling sedikit 1.000 poin')
  expect(row.text()).toContain('Dipakai oleh Kopi gratis, Akhir tahun')
  expect(row.text()).toContain('12.400')
  expect(row.find('[aria-busy=true]').exists()).toBe(false)
})

it('a list says how many its file brought, and a dash where nobody could be counted', async () => {
  serve({ 'GET /audiences/aud_2/count': { status: 503, body: { code: 'unavailable', title: 'Sibuk' } } })
  const row = render(AudienceRow, { props: { audience: { ...rich, audienceId: 'aud_2', criteria: undefined, listed: 2500, usedBy: [] } } })
  await flushPromises()

  expect(row.text()).toContain('Daftar dari berkas')
  expect(row.text()).toContain('2.500')
  expect(row.text()).toContain('Belum dipakai')
  expect(row.text()).toContain('–')
})
