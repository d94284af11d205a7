import { expect, it } from 'vitest'
import 'virtual:documents/problems'
import { render } from '@/test/render'
import ProblemCodes from './ProblemCodes.vue'

async function codes(language: 'id' | 'en') {
  const shown = render(ProblemCodes, { language })
  await expect.poll(() => shown.findAll('li').length, { timeout: 4000 }).toBeGreaterThan(20)
  return shown
}

it('tells every code with its words and what to do, and no holes in them', async () => {
  const shown = await codes('en')
  const rows = shown.findAll('li').map((row) => row.text())

  expect(shown.get('[role=status]').text()).toBe(`${rows.length} codes`)
  expect(rows.every((row) => /What to do: \S/.test(row) && !/\{\d\}/.test(row))).toBe(true)
  expect(shown.get('#insufficient_points code').text()).toBe('insufficient_points')
})

it('finds a code by a word of it, in the language that is read', async () => {
  const shown = await codes('id')
  expect(shown.get('label').text()).toBe('Cari kode')
  expect(shown.get('label').attributes('for')).toBe(shown.get('input').attributes('id'))

  await shown.get('input').setValue(' Insufficient_Points ')
  expect(shown.findAll('li').map((row) => row.attributes('id'))).toEqual(['insufficient_points'])
  expect(shown.get('[role=status]').text()).toBe('1 kode')
  expect(shown.get('li').text()).toContain('Yang dilakukan:')

  await shown.get('input').setValue('xyzzy')
  expect(shown.get('[role=status]').text()).toBe('Tidak ada kode')
})
