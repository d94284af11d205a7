import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import JudgeAgainForm from './JudgeAgainForm.vue'

const version = (number: number, state: string, end = false) => ({ version: number, state, end, sentence: { id: `Kalimat ${number}`, en: `Sentence ${number}` } })

describe('judging again', () => {
  it('tries the last version that judges no longer, without another in its place', async () => {
    const form = render(JudgeAgainForm, { props: { versions: [version(3, 'in_force'), version(2, 'ended'), version(1, 'replaced')], busy: false, refusal: () => undefined } })
    await form.find('form').trigger('submit')
    expect(form.emitted('tryOut')).toBeUndefined()
    await form.find('textarea').setValue('Tiga kali poin')
    await form.find('form').trigger('submit')
    expect(form.emitted('tryOut')![0]![1]).toEqual({ version: 2, keepGains: false, reason: 'Tiga kali poin' })
  })

  it('takes a version to judge by instead', async () => {
    const form = render(JudgeAgainForm, { props: { versions: [version(3, 'in_force'), version(2, 'ended')], busy: false, refusal: () => undefined } })
    await form.findAll('select')[1]!.setValue('3')
    await form.find('textarea').setValue('Salah')
    await form.find('form').trigger('submit')
    expect(form.emitted('tryOut')![0]![1]).toMatchObject({ replacement: 3 })
  })
})
