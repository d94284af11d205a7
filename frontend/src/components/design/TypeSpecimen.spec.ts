import { expect, it } from 'vitest'
import { render } from '@/test/render'
import TypeSpecimen from './TypeSpecimen.vue'

it('shows the largest size with a figure and the others with a sentence, in the language that is read', () => {
  const lines = (language: 'id' | 'en') => render(TypeSpecimen, { language }).findAll('dd').map((line) => line.text())

  expect(lines('id')).toEqual(['1.820', ...Array.from({ length: 5 }, () => 'Belanja hari ini memberi 75 poin')])
  expect(lines('en').slice(0, 2)).toEqual(['1,820', "Today's purchase gives 75 points"])
})
