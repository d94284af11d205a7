import { expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { render } from '@/test/render'
import SaveRow from './SaveRow.vue'

it('says that it went well where a screen reader waits for it', async () => {
  const row = render(SaveRow, { props: { busy: false } })
  expect(row.get('button[type=submit]').text()).toBe('Simpan')
  expect(row.get('[role=status]').text()).toBe('')
  await row.setProps({ saved: true } as never)
  expect(row.get('[role=status]').text()).toBe('Tersimpan')
})

it('says what went wrong and that it works, in the words it is given', () => {
  const row = render(SaveRow, { props: { busy: true, saved: true, label: 'Publish', done: 'Published', problem: new Problem(409, 'taken', 'Taken', undefined, undefined) }, language: 'en' })
  expect(row.get('[role=alert]').text()).toBe('TakenCheck what you entered, then try again.')
  expect(row.get('button').text()).toBe('Publish')
  expect(row.get('button').attributes('aria-busy')).toBe('true')
  expect(row.get('[role=status]').text()).toBe('Published')
})
