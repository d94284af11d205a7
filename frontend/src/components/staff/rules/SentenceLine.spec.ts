import { expect, it } from 'vitest'
import { render } from '@/test/render'
import { words } from '@/test/within'
import SentenceLine from './SentenceLine.vue'

it('puts the fields where the sentence of each language has its values', () => {
  const shown = (language: 'id' | 'en') => render(SentenceLine, { props: { message: 'rules.form.base', places: ['points', 'per'] }, slots: { points: '<i>P</i>', per: '<i>B</i>' }, language }).findAll('span, i').map(words)
  expect(shown('id')).toEqual(['Anggota mendapat', 'P', 'poin tiap', 'B', 'belanja.'])
  expect(shown('en')).toEqual(['Members get', 'P', 'points for every', 'B', 'spent.'])
})
