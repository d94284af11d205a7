import type { components } from './schema'

type Schemas = components['schemas']

export type ProgramResponse = Schemas['ProgramResponse']
export type SessionResponse = Schemas['SessionResponse']
export type EnrolmentResponse = Schemas['EnrolmentResponse']
export type MemberResponse = Schemas['MemberResponse']
export type PointsSummary = Schemas['PointsSummary']
export type StandingResponse = Schemas['StandingResponse']
export type ActivityItem = Schemas['ActivityItem']
export type ExplanationItem = Schemas['ExplanationItem']
export type OfferResponse = Schemas['OfferResponse']
export type PurchaseResponse = Schemas['PurchaseResponse']
export type JobResponse = Schemas['JobResponse']
export type ArrivalCounts = NonNullable<JobResponse['members']>
export type ImportKind = JobResponse['kind']
export type ImportOptions = { kind: ImportKind; storeId?: string; funderId?: string; dryRun: boolean }
export type LocalText = Schemas['LocalText']
export type Money = Schemas['Money']
export type Tier = StandingResponse['tier']
export type MemberSearchItem = Schemas['MemberSearchResponse']['items'][number]
export type Lot = Schemas['MemberPointsResponse']['lots'][number]
export type Consent = NonNullable<MemberResponse['consents']>[number]
export type ConsentPurpose = Schemas['EnrolMemberRequest']['consents'][number]['purpose']
export type DemoMail = Schemas['DemoMailsResponse']['items'][number]
export type CaseResponse = Schemas['CaseResponse']
export type CaseSummary = Schemas['CaseSummary']
export type Candidate = Schemas['CandidateResponse']
export type Role = SessionResponse['roles'][number]
export type Language = 'id' | 'en'
