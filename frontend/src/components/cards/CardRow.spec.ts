import { expect, it } from 'vitest'
import type { MemberCard } from '@/api/membership'
import { render } from '@/test/render'
import CardRow from './CardRow.vue'

const card: MemberCard = { number: '604211893357', label: 'Kartu Ibu', primary: false, maySpend: false, state: 'active' }
const words = (changes: Partial<MemberCard>) => render(CardRow, { props: { card: { ...card, ...changes } } }).text().replaceAll('\u00a0', ' ')

it('names the card and what it may do', () => {
  expect(words({})).toBe('Kartu Ibu6042 1189 3357')
  expect(words({ maySpend: true })).toBe('Kartu Ibu6042 1189 3357boleh pakai poin')
  expect(words({ label: undefined, primary: true, maySpend: true })).toBe('Kartu utama6042 1189 3357utama')
})

it('opens by a tap', async () => {
  const row = render(CardRow, { props: { card } })
  await row.get('button').trigger('click')
  expect(row.emitted('open')).toEqual([[card]])
})
