import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { OfferResponse } from '@/api/types'
import { render, serve } from '@/test/render'
import { same } from '@/test/staff'
import { words } from '@/test/within'
import MemberOffers from './MemberOffers.vue'

const offer: OfferResponse = { offerId: 'off_1', name: same('Kopi 2×'), description: same(''), badge: '2×', startsAt: '2026-11-01T00:00:00Z', endsAt: '2026-11-30T17:00:00Z', needsActivation: true, state: 'available', usedUp: false, reason: same('Ulang tahun bulan ini') }

it('shows the offers a member sees, why they are theirs, and how each stands', async () => {
  const states: OfferResponse[] = [offer, { ...offer, offerId: 'off_2', state: 'activated' }, { ...offer, offerId: 'off_3', state: 'activated', needsActivation: false, reason: same('') }, { ...offer, offerId: 'off_4', state: 'used' }]
  serve({ 'GET /members/mem_1/offers': { body: { items: states } } })
  const list = render(MemberOffers, { props: { memberId: 'mem_1' } })
  await flushPromises()
  expect(words(list.findAll('li')[0]!)).toBe('2×Kopi 2×Sampai 30 November · Ulang tahun bulan iniBelum diaktifkan')
  expect(list.findAll('li .chip').map(words)).toEqual(['Belum diaktifkan', 'Aktif', 'Berlaku otomatis', 'Sudah dipakai'])
  expect(words(list.findAll('li')[2]!)).toBe('2×Kopi 2×Sampai 30 NovemberBerlaku otomatis')
})

it('says so when there are none, and when they may not be read', async () => {
  serve({ 'GET /members/mem_1/offers': { body: { items: [] } } })
  const none = render(MemberOffers, { props: { memberId: 'mem_1' } })
  await flushPromises()
  expect(none.text()).toContain('Tidak ada penawaran untuk anggota ini')
  serve({ 'GET /members/mem_1/offers': { status: 403, body: { status: 403, code: 'forbidden', title: 'Tidak boleh' } } })
  const forbidden = render(MemberOffers, { props: { memberId: 'mem_1' } })
  await flushPromises()
  expect(forbidden.text()).toContain('Anda tidak memiliki akses')
})
