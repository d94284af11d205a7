import { expect, it } from 'vitest'
import type { MemberResponse } from '@/api/types'
import { render } from '@/test/render'
import MemberCard from './MemberCard.vue'

const rupiah = (amount: string) => ({ amount, currency: 'IDR' })
const member: MemberResponse = {
  memberId: 'mem_1',
  state: 'active',
  view: 'full',
  name: 'Sari Dewi',
  cards: [
    { number: '604211890001', primary: false, state: 'active' },
    { number: '604211893357', primary: true, state: 'active' },
  ],
  points: { available: 2500, pending: 0, held: 0, debt: 0, worth: rupiah('25000') },
  tier: { code: 'gold', name: { id: 'Emas', en: 'Gold' }, rank: 2 },
  offers: [],
}

const card = (changes: Partial<MemberResponse> = {}, language: 'id' | 'en' = 'id') => render(MemberCard, { props: { member: { ...member, ...changes }, programName: 'Kopi Senja' }, language })
const words = (shown: ReturnType<typeof card>) => shown.text().replaceAll('\u00a0', ' ')

it('shows the balance with its worth, the tier and the main card, and leads to the card', () => {
  const shown = card()
  expect(words(shown)).toBe('Kopi SenjaEmas2.500poin, setara Rp25.0006042 1189 3357Tunjukkan kartu')
  expect(shown.get('section').attributes('aria-label')).toBe('Saldo poin dan kartu Anda')
  expect(shown.get('a').attributes('href')).toBe('/card')
  expect(words(card({}, 'en'))).toContain('Gold2,500points, worth Rp25,000')
})

it('tells of points that wait, are on hold or are owed', () => {
  const points = { ...member.points, pending: 90, held: 500, debt: -40 }
  expect(words(card({ points }))).toContain('90 poin masih tertunda. 500 poin sedang direservasi.40 poin akan dipotong dari poin berikutnya.')
})

it('shows no card where there is none', () => {
  expect(card({ cards: [] }).find('a').exists()).toBe(false)
})
