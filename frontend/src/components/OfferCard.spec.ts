import { describe, expect, it } from 'vitest'
import type { OfferResponse } from '@/api/types'
import { render } from '@/test/render'
import OfferCard from './OfferCard.vue'

const offer: OfferResponse = {
  offerId: 'off_1',
  name: { id: 'Poin 2× setiap Minggu', en: '2× points every Sunday' },
  description: { id: 'Semua sayur.', en: 'All vegetables.' },
  badge: '2×',
  startsAt: '2026-11-01T00:00:00Z',
  endsAt: '2026-11-30T17:00:00Z',
  needsActivation: true,
  state: 'available',
  usedUp: false,
  reason: { id: '', en: '' },
}

describe('an offer', () => {
  it('names its last day, not the moment after it', () => {
    expect(render(OfferCard, { props: { offer, busy: false } }).text()).toContain('Sampai 30\u00a0November')
  })

  it('is activated by one tap', async () => {
    const card = render(OfferCard, { props: { offer, busy: false }, language: 'en' })
    await card.get('button').trigger('click')
    expect(card.get('button').text()).toBe('Activate')
    expect(card.emitted('toggle')).toEqual([[offer]])
  })

  it('can be undone once active', () => {
    const card = render(OfferCard, { props: { offer: { ...offer, state: 'activated' }, busy: false } })
    expect(card.text()).toContain('Aktif')
    expect(card.get('button').attributes('aria-label')).toBe('Batalkan: Poin 2× setiap Minggu')
  })

  it('offers nothing to tap once used', () => {
    const card = render(OfferCard, { props: { offer: { ...offer, state: 'used' }, busy: false } })
    expect(card.find('button').exists()).toBe(false)
    expect(card.text()).toContain('Sudah dipakai')
  })
})
