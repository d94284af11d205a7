import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
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
    const { box, answers, writes } = await shown({ [write]: { body: { secondFactor: 'required' } } })
    expect(box.get<HTMLInputElement>('input[value=optional]').element.checked).toBe(true)
    await box.get('input[value=required]').setValue()
    answers[read] = { body: { secondFactor: 'required' }, headers: { ETag: '"5"' } }
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

  it('says where somebody else was faster, and goes on from what they made of it', async () => {
    const { box, answers, writes } = await shown({ [write]: changedMeanwhile })
    answers[read] = { body: { secondFactor: 'required' }, headers: { ETag: '"5"' } }
    await box.get('form').trigger('submit')
    await flushPromises()
    expect(box.get('[role=alert]').text()).toContain('Sudah berubah')
    expect(box.find('[role=status]').exists()).toBe(false)
    expect(box.get<HTMLInputElement>('input[value=required]').element.checked).toBe(true)
    await box.get('form').trigger('submit')
    await flushPromises()
    expect(writes()[1]!.headers.get('If-Match')).toBe('"5"')
  })

  it('is only read by who may not change it', async () => {
    const { box } = await shown({}, true)
    expect(box.find('button').exists()).toBe(false)
    expect(box.get('fieldset').attributes('disabled')).toBeDefined()
  })
})
