import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { conflictIn, settle } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile } from '@/test/staff'
import { words } from '@/test/within'
import SecondFactorSettings from './SecondFactorSettings.vue'

const [read, write] = ['GET /settings/second-factor', 'PUT /settings/second-factor']

async function shown(answers: Parameters<typeof serve>[0], readOnly = false) {
  const all = { [read]: { body: { secondFactor: 'optional' }, headers: { ETag: '"4"' } }, ...answers }
  const calls = serve(all)
  const box = render(SecondFactorSettings, { props: { readOnly } })
  await flushPromises()
  return { box, answers: all, writes: () => calls.filter(({ method }) => method === 'PUT') }
}

describe('whether staff need a second factor', () => {
  it('is chosen and saved from the version that was read', async () => {
    const { box, writes } = await shown({ [write]: { body: { secondFactor: 'required' }, headers: { ETag: '"5"' } } })
    expect(box.get<HTMLInputElement>('input[value=optional]').element.checked).toBe(true)
    await box.get('input[value=required]').setValue()
    await box.get('form').trigger('submit')
    await flushPromises()
    expect(await writes()[0]!.json()).toEqual({ secondFactor: 'required' })
    expect(writes()[0]!.headers.get('If-Match')).toBe('"4"')
    expect(words(box.get('[role=status]'))).toBe('Tersimpan.')
    expect(box.get<HTMLInputElement>('input[value=required]').element.checked).toBe(true)
    await box.get('form').trigger('submit')
    await flushPromises()
    expect(writes()[1]!.headers.get('If-Match')).toBe('"5"')
  })

  it('what somebody else made of it meanwhile is chosen from', async () => {
    const { box, answers, writes } = await shown({ [write]: changedMeanwhile })
    await box.get('input[value=required]').setValue()
    answers[read] = { body: { secondFactor: 'optional' }, headers: { ETag: '"6"' } }
    await box.get('form').trigger('submit')
    await flushPromises()
    expect(words(conflictIn(box).get('h3'))).toBe('Diubah oleh Anda')
    answers[write] = { body: { secondFactor: 'required' }, headers: { ETag: '"7"' } }
    await settle(box, 'mine')
    expect(writes()[1]!.headers.get('If-Match')).toBe('"6"')
    expect(await writes()[1]!.json()).toEqual({ secondFactor: 'required' })
    expect(words(box.get('[role=status]'))).toBe('Tersimpan.')
  })

  it('is only read by who may not change it', async () => {
    const { box } = await shown({}, true)
    expect(box.find('button').exists()).toBe(false)
    expect(box.get('fieldset').attributes('disabled')).toBeDefined()
  })
})
