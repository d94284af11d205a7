import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import PublishSheet from './PublishSheet.vue'

HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true
}

async function opened(from?: string) {
  const sheet = render(PublishSheet, { props: { draft: { draftId: 'rdr_1', from }, busy: false, open: true } })
  await sheet.vm.$nextTick()
  return sheet
}

describe('publishing a draft', () => {
  it('begins as soon as it can where nothing else is said', async () => {
    const sheet = await opened()
    await sheet.find('form').trigger('submit')
    expect(sheet.emitted('publish')).toEqual([[undefined]])
  })

  it('takes a time of the program', async () => {
    const sheet = await opened()
    await sheet.find('input[value=later]').setValue()
    await sheet.find('form').trigger('submit')
    expect(sheet.emitted('publish')).toBeUndefined()
    await sheet.find('input[type=datetime-local]').setValue('2027-01-01T08:00')
    await sheet.find('form').trigger('submit')
    expect(sheet.emitted('publish')).toEqual([['2027-01-01T01:00:00.000Z']])
  })
})
