import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import type { CriterionTerms } from '@/api/audiences'
import { useCriterionText } from '@/composables/useCriterionText'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import CriterionTree from './CriterionTree.vue'

beforeEach(() => {
  serve({
    'GET /program': { body: { ...program, tiers: [...program.tiers, { code: 'priority', name: { id: 'Prioritas', en: 'Priority' }, rank: 3 }] } },
    'GET /stores': { body: { items: [{ storeId: 'sto_1', name: 'Toko Melati' }] } },
    'GET /audiences': { body: { items: [{ audienceId: 'aud_1', name: 'Undangan' }] } },
  })
})

async function said(criteria: CriterionTerms, language: 'id' | 'en' = 'id') {
  const Sentence = defineComponent(() => {
    const { sentence } = useCriterionText()
    return () => h('p', sentence(criteria))
  })
  const page = render(Sentence, { language })
  await flushPromises()
  return page.text().replaceAll('\u00a0', ' ')
}

it.each<[CriterionTerms, string, string]>([
  [{ kind: 'tiers', tiers: ['gold', 'priority'] }, 'bertingkat Emas atau Prioritas', 'are in Gold or Priority'],
  [{ kind: 'balance', fewest: 500 }, 'punya paling sedikit 500 poin', 'have at least 500 points'],
  [{ kind: 'balance', fewest: 0, most: 99 }, 'punya paling banyak 99 poin', 'have at most 99 points'],
  [{ kind: 'purchases', fewest: 0, most: 0, withinDays: 90 }, 'tidak berbelanja dalam 90 hari terakhir', 'did not buy within the last 90 days'],
  [
    { kind: 'purchases', fewest: 3, most: 5, leastSpend: { amount: '150000', currency: 'IDR' }, category: 'Minuman > Kopi', stores: ['sto_1'] },
    'berbelanja Minuman › Kopi 3 sampai 5 kali dengan total paling sedikit Rp150.000 di Toko Melati',
    'bought Minuman › Kopi 3 to 5 times for at least Rp150,000 at Toko Melati',
  ],
  [{ kind: 'birthday_month', months: [1, 2] }, 'berulang tahun di bulan Januari atau Februari', 'have their birthday in January or February'],
  [{ kind: 'consent', purpose: 'profiling', given: false }, 'belum menyetujui penawaran menurut belanja', 'have not agreed to offers by what they buy'],
  [{ kind: 'rfm', segments: ['at_risk'], monetary: [4, 5] }, 'termasuk kelompok Berisiko pergi dan skor nilai belanjanya 4 atau 5', 'are in the group At risk and score 4 or 5 in value'],
  [{ kind: 'joined', from: '2026-01-01', until: '2026-01-31' }, 'bergabung dari 1 Januari 2026 sampai 31 Januari 2026', 'joined from 1 January 2026 to 31 January 2026'],
  [{ kind: 'list', audienceId: 'aud_1' }, 'ada di daftar Undangan', 'are on the list Undangan'],
])('a criterion is said in words, %#', async (criteria, indonesian, english) => {
  expect(await said(criteria)).toBe(indonesian)
  expect(await said(criteria, 'en')).toBe(english)
})

it('a group within a group stands in brackets', async () => {
  const criteria: CriterionTerms = { kind: 'all', criteria: [{ kind: 'language', languages: ['en'] }, { kind: 'any', criteria: [{ kind: 'tiers', tiers: ['gold'] }, { kind: 'birthday_month', months: [] }] }] }
  expect(await said(criteria)).toBe('berbahasa Inggris dan (bertingkat Emas atau berulang tahun bulan ini)')
})

it('to be read, each criterion is a line under how they are joined', async () => {
  const page = render(CriterionTree, { props: { criteria: { kind: 'none', criteria: [{ kind: 'tiers', tiers: ['gold'] }, { kind: 'state', states: ['frozen'] }] } } })
  await flushPromises()
  expect(page.text()).toContain('Tidak memenuhi satu pun dari ini:')
  expect(page.findAll('li').map((line) => line.text())).toEqual(['Bertingkat Emas', 'Akunnya dibekukan'])
})
