import { expect, it } from 'vitest'
import { render } from '@/test/render'
import DeliveryState from './DeliveryState.vue'

const states = ['waiting', 'delivered', 'dead', 'withdrawn'] as const

it('tells every state by a word, a sign and a look of its own', () => {
  const chips = states.map((state) => render(DeliveryState, { props: { state } }))

  expect(chips.map((chip) => chip.text())).toEqual(['Menunggu', 'Terkirim', 'Tidak terkirim', 'Ditarik'])
  expect(new Set(chips.map((chip) => chip.get('svg').html())).size).toBe(4)
  expect(chips.map((chip) => chip.classes().includes('text-error'))).toEqual([false, false, true, false])
})
