import { expect, it } from 'vitest'
import { render } from '@/test/render'
import CaseState from './CaseState.vue'

it.each([
  ['open', undefined, 'Menunggu jawaban'],
  ['answered', 'granted', 'Selesai'],
  ['answered', 'declined', 'Dijawab'],
  ['open', 'declined', 'Menunggu jawaban'],
])('a case that is %s (%s) is told as it is', (state, outcome, words) => {
  expect(render(CaseState, { props: { state, outcome } }).text()).toBe(words)
})
