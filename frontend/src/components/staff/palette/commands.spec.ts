import { Search } from 'lucide-vue-next'
import { expect, it } from 'vitest'
import { type Command, matching } from './commands'

const commands: Command[] = ['Aturan poin', 'Jejak audit', 'Aturan baru', 'Mitra dan toko'].map((text) => ({ id: text, group: 'places', text, icon: Search }))
const found = (typed: string) => matching(commands, typed).map(({ text }) => text)

it('finds by the beginnings of words, in any order', () => {
  expect(found('atur')).toEqual(['Aturan poin', 'Aturan baru'])
  expect(found('toko mit')).toEqual(['Mitra dan toko'])
  expect(found('AUD')).toEqual(['Jejak audit'])
})

it('finds nothing in the middle of a word, and all for nothing typed', () => {
  expect(found('tra')).toEqual([])
  expect(found(' ')).toHaveLength(4)
  expect(found('(')).toEqual([])
})
