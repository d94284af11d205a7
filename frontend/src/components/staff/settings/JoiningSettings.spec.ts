import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { conflictIn } from '@/test/conflict'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { changedMeanwhile, refused } from '@/test/staff'
import { described, field, words } from '@/test/within'
import JoiningSettings from './JoiningSettings.vue'

const [read, write] = ['GET /settings/joining', 'PUT /settings/joining']
const stored = (version: number, minimumAge: number, ageConfirmation = false) => ({ body: { minimumAge, ageConfirmation }, headers: { ETag: `"${version}"` } })

async function shown(answers: Parameters<typeof serve>[0]) {
  const all = { 'GET /program': { body: program }, [read]: stored(1, 13), ...answers }
  const calls = serve(all)
  const box = render(JoiningSettings)
  await flushPromises()
  const send = async () => {
    await box.get('form').trigger('submit')
    await flushPromises()
  }
  return { box, answers: all, send, writes: () => calls.filter(({ method }) => method === 'PUT') }
}

describe('who may join', () => {
  it('is saved from the version that was read', async () => {
    const { box, send, writes } = await shown({ [write]: stored(2, 17, true) })
    expect(field(box, 'Umur paling muda').element.value).toBe('13')
    await field(box, 'Umur paling muda').setValue('17')
    await box.get('input[type=checkbox]').setValue(true)
    await send()
    expect(await writes()[0]!.json()).toEqual({ minimumAge: 17, ageConfirmation: true })
    expect(writes()[0]!.headers.get('If-Match')).toBe('"1"')
    expect(box.get('[role=status]').text()).toBe('Tersimpan')
  })

  it('two people who change it choose, and both changes are kept', async () => {
    const { box, answers, send, writes } = await shown({ [write]: changedMeanwhile })
    await field(box, 'Umur paling muda').setValue('17')
    answers[read] = stored(2, 13, true)
    await send()
    for (const told of ['Umur paling muda', '17', 'Minta pernyataan umur', 'ya']) expect(words(conflictIn(box))).toContain(told)
    answers[write] = stored(3, 17, true)
    await conflictIn(box).get('form').trigger('submit')
    await flushPromises()
    expect(await writes()[1]!.json()).toEqual({ minimumAge: 17, ageConfirmation: true })
    expect(writes()[1]!.headers.get('If-Match')).toBe('"2"')
  })

  it('says at the field what the server refuses', async () => {
    const { box, send } = await shown({ [write]: refused('/minimumAge', 'Paling banyak 21.') })
    await send()
    expect(described(field(box, 'Umur paling muda'))).toContain('Paling banyak 21.')
    expect(document.activeElement).toBe(field(box, 'Umur paling muda').element)
  })
})
