import { answerOf, client } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type SavedAudience = Schemas['AudienceResponse']
export type AudienceDraft = Schemas['WriteAudienceRequest']
export type AudienceCount = Schemas['AudienceCountResponse']
export type CriterionTerms = Schemas['CriterionTerms']
export type CriterionKind = CriterionTerms['kind']
export type RfmSegment = NonNullable<CriterionTerms['segments']>[number]
export type ListImport = Schemas['ListImportResponse']

export const audiencesQuery = {
  key: ['audiences'],
  query: () => answerOf(client.GET('/audiences')),
}

export const audienceQuery = (audienceId: string) => ({
  key: ['audiences', audienceId],
  query: () => answerOf(client.GET('/audiences/{audienceId}', { params: { path: { audienceId } } })),
})

export const audienceCountQuery = (audienceId: string) => ({
  key: ['audiences', audienceId, 'count'],
  query: () => answerOf(client.GET('/audiences/{audienceId}/count', { params: { path: { audienceId } } })),
})

export const listImportQuery = (audienceId: string, jobId: string) => ({
  key: ['audiences', audienceId, 'imports', jobId],
  query: () => answerOf(client.GET('/audiences/{audienceId}/imports/{jobId}', { params: { path: { audienceId, jobId } } })),
})

export function importList(audienceId: string, file: File) {
  return answerOf(
    client.POST('/audiences/{audienceId}/imports', {
      params: { path: { audienceId } },
      body: { file: '' },
      bodySerializer: () => {
        const form = new FormData()
        form.append('file', file)
        return form
      },
    }),
  )
}
