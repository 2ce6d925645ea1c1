// Generated from supabase/migrations by `deno task db:types`. Do not edit.
// deno-lint-ignore-file -- generated
export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  public: {
    Tables: {
      accounts: {
        Row: {
          active: boolean
          created_at: string
          id: string
          kind: Database["public"]["Enums"]["account_kind"]
          language: Database["public"]["Enums"]["language_code"]
          phone: string
          updated_at: string
        }
        Insert: {
          active?: boolean
          created_at?: string
          id: string
          kind: Database["public"]["Enums"]["account_kind"]
          language?: Database["public"]["Enums"]["language_code"]
          phone: string
          updated_at?: string
        }
        Update: {
          active?: boolean
          created_at?: string
          id?: string
          kind?: Database["public"]["Enums"]["account_kind"]
          language?: Database["public"]["Enums"]["language_code"]
          phone?: string
          updated_at?: string
        }
        Relationships: []
      }
      acts: {
        Row: {
          code: string
          id: string
          name_de: string
          name_en: string
          name_fr: string
          name_lb: string
          name_pt: string
          valid: unknown
        }
        Insert: {
          code: string
          id?: string
          name_de: string
          name_en: string
          name_fr: string
          name_lb: string
          name_pt: string
          valid: unknown
        }
        Update: {
          code?: string
          id?: string
          name_de?: string
          name_en?: string
          name_fr?: string
          name_lb?: string
          name_pt?: string
          valid?: unknown
        }
        Relationships: []
      }
      analyses: {
        Row: {
          code: string
          group_name: string
          id: string
          name_de: string
          name_en: string
          name_fr: string
          name_lb: string
          name_pt: string
          valid: unknown
        }
        Insert: {
          code: string
          group_name: string
          id?: string
          name_de: string
          name_en: string
          name_fr: string
          name_lb: string
          name_pt: string
          valid: unknown
        }
        Update: {
          code?: string
          group_name?: string
          id?: string
          name_de?: string
          name_en?: string
          name_fr?: string
          name_lb?: string
          name_pt?: string
          valid?: unknown
        }
        Relationships: []
      }
      appointment_answers: {
        Row: {
          answer: string
          appointment_id: string
          kind: Database["public"]["Enums"]["question_kind"]
          position: number
          question: string
        }
        Insert: {
          answer: string
          appointment_id: string
          kind: Database["public"]["Enums"]["question_kind"]
          position: number
          question: string
        }
        Update: {
          answer?: string
          appointment_id?: string
          kind?: Database["public"]["Enums"]["question_kind"]
          position?: number
          question?: string
        }
        Relationships: [
          {
            foreignKeyName: "appointment_answers_appointment_id_fkey"
            columns: ["appointment_id"]
            isOneToOne: false
            referencedRelation: "appointments"
            referencedColumns: ["id"]
          },
        ]
      }
      appointments: {
        Row: {
          booked_at: string
          booked_by: string | null
          called_at: string | null
          cancellation_reason: string | null
          cancelled_at: string | null
          cancelled_by: Database["public"]["Enums"]["account_kind"] | null
          doctor_id: string
          during: unknown
          ended_at: string | null
          ends_at: string
          held_by: Database["public"]["Enums"]["consultation_medium"]
          id: string
          language: Database["public"]["Enums"]["language_code"]
          left_at: string | null
          moved_from: string | null
          moves: number
          patient_id: string
          reopened_at: string | null
          reopening_pushed_at: string | null
          resumed_at: string | null
          started_at: string | null
          starts_at: string
          state: Database["public"]["Enums"]["appointment_state"]
          symptoms: string
          telephone: string | null
          telephone_asked_at: string | null
          terms_accepted_at: string
          updated_at: string
          visit_reason: string
          waiting_since: string | null
        }
        Insert: {
          booked_at?: string
          booked_by?: string | null
          called_at?: string | null
          cancellation_reason?: string | null
          cancelled_at?: string | null
          cancelled_by?: Database["public"]["Enums"]["account_kind"] | null
          doctor_id: string
          during: unknown
          ended_at?: string | null
          ends_at?: never
          held_by?: Database["public"]["Enums"]["consultation_medium"]
          id?: string
          language: Database["public"]["Enums"]["language_code"]
          left_at?: string | null
          moved_from?: string | null
          moves?: number
          patient_id: string
          reopened_at?: string | null
          reopening_pushed_at?: string | null
          resumed_at?: string | null
          started_at?: string | null
          starts_at?: never
          state?: Database["public"]["Enums"]["appointment_state"]
          symptoms?: string
          telephone?: string | null
          telephone_asked_at?: string | null
          terms_accepted_at?: string
          updated_at?: string
          visit_reason?: string
          waiting_since?: string | null
        }
        Update: {
          booked_at?: string
          booked_by?: string | null
          called_at?: string | null
          cancellation_reason?: string | null
          cancelled_at?: string | null
          cancelled_by?: Database["public"]["Enums"]["account_kind"] | null
          doctor_id?: string
          during?: unknown
          ended_at?: string | null
          ends_at?: never
          held_by?: Database["public"]["Enums"]["consultation_medium"]
          id?: string
          language?: Database["public"]["Enums"]["language_code"]
          left_at?: string | null
          moved_from?: string | null
          moves?: number
          patient_id?: string
          reopened_at?: string | null
          reopening_pushed_at?: string | null
          resumed_at?: string | null
          started_at?: string | null
          starts_at?: never
          state?: Database["public"]["Enums"]["appointment_state"]
          symptoms?: string
          telephone?: string | null
          telephone_asked_at?: string | null
          terms_accepted_at?: string
          updated_at?: string
          visit_reason?: string
          waiting_since?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "appointments_booked_by_fkey"
            columns: ["booked_by"]
            isOneToOne: false
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "appointments_doctor_id_fkey"
            columns: ["doctor_id"]
            isOneToOne: false
            referencedRelation: "doctors"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "appointments_patient_id_fkey"
            columns: ["patient_id"]
            isOneToOne: false
            referencedRelation: "patients"
            referencedColumns: ["id"]
          },
        ]
      }
      attachment_openings: {
        Row: {
          account_id: string
          attachment_id: string
          opened_at: string
        }
        Insert: {
          account_id: string
          attachment_id: string
          opened_at?: string
        }
        Update: {
          account_id?: string
          attachment_id?: string
          opened_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "attachment_openings_account_id_fkey"
            columns: ["account_id"]
            isOneToOne: false
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "attachment_openings_attachment_id_fkey"
            columns: ["attachment_id"]
            isOneToOne: false
            referencedRelation: "attachments"
            referencedColumns: ["id"]
          },
        ]
      }
      attachments: {
        Row: {
          appointment_id: string | null
          author_id: string
          begun_at: string
          bytes: number | null
          id: string
          name: string
          sha256: string | null
          state: Database["public"]["Enums"]["attachment_state"]
          thread_id: string
          type: string | null
        }
        Insert: {
          appointment_id?: string | null
          author_id: string
          begun_at?: string
          bytes?: number | null
          id: string
          name: string
          sha256?: string | null
          state?: Database["public"]["Enums"]["attachment_state"]
          thread_id: string
          type?: string | null
        }
        Update: {
          appointment_id?: string | null
          author_id?: string
          begun_at?: string
          bytes?: number | null
          id?: string
          name?: string
          sha256?: string | null
          state?: Database["public"]["Enums"]["attachment_state"]
          thread_id?: string
          type?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "attachments_appointment_id_fkey"
            columns: ["appointment_id"]
            isOneToOne: false
            referencedRelation: "appointments"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "attachments_author_id_fkey"
            columns: ["author_id"]
            isOneToOne: false
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "attachments_thread_id_fkey"
            columns: ["thread_id"]
            isOneToOne: false
            referencedRelation: "threads"
            referencedColumns: ["id"]
          },
        ]
      }
      audit_log: {
        Row: {
          account_id: string | null
          account_kind: Database["public"]["Enums"]["account_kind"] | null
          action: string
          appointment_id: string | null
          at: string
          details: NonNullable<Json>
          id: number
          patient_id: string | null
        }
        Insert: {
          account_id?: string | null
          account_kind?: Database["public"]["Enums"]["account_kind"] | null
          action: string
          appointment_id?: string | null
          at?: string
          details?: NonNullable<Json>
          id?: never
          patient_id?: string | null
        }
        Update: {
          account_id?: string | null
          account_kind?: Database["public"]["Enums"]["account_kind"] | null
          action?: string
          appointment_id?: string | null
          at?: string
          details?: NonNullable<Json>
          id?: never
          patient_id?: string | null
        }
        Relationships: []
      }
      availability_exceptions: {
        Row: {
          cancelled_appointment_id: string | null
          cancelled_at: string | null
          doctor_id: string
          during: unknown
          effect: Database["public"]["Enums"]["availability_effect"]
          id: string
          note: string | null
        }
        Insert: {
          cancelled_appointment_id?: string | null
          cancelled_at?: string | null
          doctor_id: string
          during: unknown
          effect: Database["public"]["Enums"]["availability_effect"]
          id?: string
          note?: string | null
        }
        Update: {
          cancelled_appointment_id?: string | null
          cancelled_at?: string | null
          doctor_id?: string
          during?: unknown
          effect?: Database["public"]["Enums"]["availability_effect"]
          id?: string
          note?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "availability_exceptions_doctor_id_fkey"
            columns: ["doctor_id"]
            isOneToOne: false
            referencedRelation: "doctors"
            referencedColumns: ["id"]
          },
        ]
      }
      doctors: {
        Row: {
          buffer_minutes: number
          city: string
          code: string
          created_at: string
          first_name: string
          free_now_since: string | null
          free_now_until: string | null
          free_now_wanted_until: string | null
          horizon_days: number
          iban: string | null
          id: string
          languages: Database["public"]["Enums"]["language_code"][]
          last_name: string
          lead_minutes: number
          listed: boolean
          phone: string | null
          postal_code: string | null
          slot_minutes: number
          slug: string
          specialty_id: string
          street: string | null
          time_zone: string
          title: string
          updated_at: string
        }
        Insert: {
          buffer_minutes?: number
          city: string
          code: string
          created_at?: string
          first_name: string
          free_now_since?: string | null
          free_now_until?: string | null
          free_now_wanted_until?: string | null
          horizon_days?: number
          iban?: string | null
          id: string
          languages: Database["public"]["Enums"]["language_code"][]
          last_name: string
          lead_minutes?: number
          listed?: boolean
          phone?: string | null
          postal_code?: string | null
          slot_minutes?: number
          slug: string
          specialty_id: string
          street?: string | null
          time_zone?: string
          title?: string
          updated_at?: string
        }
        Update: {
          buffer_minutes?: number
          city?: string
          code?: string
          created_at?: string
          first_name?: string
          free_now_since?: string | null
          free_now_until?: string | null
          free_now_wanted_until?: string | null
          horizon_days?: number
          iban?: string | null
          id?: string
          languages?: Database["public"]["Enums"]["language_code"][]
          last_name?: string
          lead_minutes?: number
          listed?: boolean
          phone?: string | null
          postal_code?: string | null
          slot_minutes?: number
          slug?: string
          specialty_id?: string
          street?: string | null
          time_zone?: string
          title?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "doctors_id_fkey"
            columns: ["id"]
            isOneToOne: true
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "doctors_specialty_id_fkey"
            columns: ["specialty_id"]
            isOneToOne: false
            referencedRelation: "specialties"
            referencedColumns: ["id"]
          },
        ]
      }
      document_deliveries: {
        Row: {
          account_id: string | null
          address: string | null
          attempts: number
          created_at: string
          document_id: string
          due_at: string
          first_tried_at: string | null
          id: string
          last_error: string | null
          lease: string | null
          leased_until: string | null
          organisation_id: string | null
          proof_name: string | null
          proof_path: string | null
          provider_message_id: string | null
          purpose: Database["public"]["Enums"]["delivery_purpose"]
          recipient: Database["public"]["Enums"]["document_recipient"]
          sent_at: string | null
          state: Database["public"]["Enums"]["delivery_state"]
          updated_at: string
        }
        Insert: {
          account_id?: string | null
          address?: string | null
          attempts?: number
          created_at?: string
          document_id: string
          due_at?: string
          first_tried_at?: string | null
          id?: string
          last_error?: string | null
          lease?: string | null
          leased_until?: string | null
          organisation_id?: string | null
          proof_name?: string | null
          proof_path?: string | null
          provider_message_id?: string | null
          purpose?: Database["public"]["Enums"]["delivery_purpose"]
          recipient: Database["public"]["Enums"]["document_recipient"]
          sent_at?: string | null
          state?: Database["public"]["Enums"]["delivery_state"]
          updated_at?: string
        }
        Update: {
          account_id?: string | null
          address?: string | null
          attempts?: number
          created_at?: string
          document_id?: string
          due_at?: string
          first_tried_at?: string | null
          id?: string
          last_error?: string | null
          lease?: string | null
          leased_until?: string | null
          organisation_id?: string | null
          proof_name?: string | null
          proof_path?: string | null
          provider_message_id?: string | null
          purpose?: Database["public"]["Enums"]["delivery_purpose"]
          recipient?: Database["public"]["Enums"]["document_recipient"]
          sent_at?: string | null
          state?: Database["public"]["Enums"]["delivery_state"]
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "document_deliveries_account_id_fkey"
            columns: ["account_id"]
            isOneToOne: false
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "document_deliveries_document_id_fkey"
            columns: ["document_id"]
            isOneToOne: false
            referencedRelation: "documents"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "document_deliveries_organisation_id_fkey"
            columns: ["organisation_id"]
            isOneToOne: false
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      document_templates: {
        Row: {
          content: NonNullable<Json>
          doctor_id: string
          id: string
          kind: Database["public"]["Enums"]["document_kind"]
          name: string
          updated_at: string
        }
        Insert: {
          content: NonNullable<Json>
          doctor_id: string
          id?: string
          kind: Database["public"]["Enums"]["document_kind"]
          name: string
          updated_at?: string
        }
        Update: {
          content?: NonNullable<Json>
          doctor_id?: string
          id?: string
          kind?: Database["public"]["Enums"]["document_kind"]
          name?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "document_templates_doctor_id_fkey"
            columns: ["doctor_id"]
            isOneToOne: false
            referencedRelation: "doctors"
            referencedColumns: ["id"]
          },
        ]
      }
      documents: {
        Row: {
          appointment_id: string
          attempts: number
          code: string | null
          content: NonNullable<Json>
          corrects: string | null
          created_at: string
          doctor_id: string
          employer_sha256: string | null
          facts: Json | null
          file_bytes: number | null
          id: string
          issued_at: string | null
          issues_at: string | null
          kind: Database["public"]["Enums"]["document_kind"]
          language: Database["public"]["Enums"]["language_code"]
          last_error: string | null
          lease: string | null
          leased_until: string | null
          number: number | null
          paid_at: string | null
          patient_id: string
          replaced_by: string | null
          sha256: string | null
          state: Database["public"]["Enums"]["document_state"]
          updated_at: string
          version: number
          void_reason: string | null
          voided_at: string | null
          year: number | null
        }
        Insert: {
          appointment_id: string
          attempts?: number
          code?: string | null
          content?: NonNullable<Json>
          corrects?: string | null
          created_at?: string
          doctor_id: string
          employer_sha256?: string | null
          facts?: Json | null
          file_bytes?: number | null
          id?: string
          issued_at?: string | null
          issues_at?: string | null
          kind: Database["public"]["Enums"]["document_kind"]
          language: Database["public"]["Enums"]["language_code"]
          last_error?: string | null
          lease?: string | null
          leased_until?: string | null
          number?: number | null
          paid_at?: string | null
          patient_id: string
          replaced_by?: string | null
          sha256?: string | null
          state?: Database["public"]["Enums"]["document_state"]
          updated_at?: string
          version?: number
          void_reason?: string | null
          voided_at?: string | null
          year?: number | null
        }
        Update: {
          appointment_id?: string
          attempts?: number
          code?: string | null
          content?: NonNullable<Json>
          corrects?: string | null
          created_at?: string
          doctor_id?: string
          employer_sha256?: string | null
          facts?: Json | null
          file_bytes?: number | null
          id?: string
          issued_at?: string | null
          issues_at?: string | null
          kind?: Database["public"]["Enums"]["document_kind"]
          language?: Database["public"]["Enums"]["language_code"]
          last_error?: string | null
          lease?: string | null
          leased_until?: string | null
          number?: number | null
          paid_at?: string | null
          patient_id?: string
          replaced_by?: string | null
          sha256?: string | null
          state?: Database["public"]["Enums"]["document_state"]
          updated_at?: string
          version?: number
          void_reason?: string | null
          voided_at?: string | null
          year?: number | null
        }
        Relationships: [
          {
            foreignKeyName: "documents_appointment_id_fkey"
            columns: ["appointment_id"]
            isOneToOne: false
            referencedRelation: "appointments"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "documents_corrects_fkey"
            columns: ["corrects"]
            isOneToOne: false
            referencedRelation: "documents"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "documents_doctor_id_fkey"
            columns: ["doctor_id"]
            isOneToOne: false
            referencedRelation: "doctors"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "documents_patient_id_fkey"
            columns: ["patient_id"]
            isOneToOne: false
            referencedRelation: "patients"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "documents_replaced_by_fkey"
            columns: ["replaced_by"]
            isOneToOne: false
            referencedRelation: "documents"
            referencedColumns: ["id"]
          },
        ]
      }
      erasure_requests: {
        Row: {
          account_id: string
          decided_at: string | null
          decision: Database["public"]["Enums"]["erasure_decision"] | null
          id: string
          reason: string | null
          requested_at: string
          withdrawn_at: string | null
        }
        Insert: {
          account_id: string
          decided_at?: string | null
          decision?: Database["public"]["Enums"]["erasure_decision"] | null
          id?: string
          reason?: string | null
          requested_at?: string
          withdrawn_at?: string | null
        }
        Update: {
          account_id?: string
          decided_at?: string | null
          decision?: Database["public"]["Enums"]["erasure_decision"] | null
          id?: string
          reason?: string | null
          requested_at?: string
          withdrawn_at?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "erasure_requests_account_id_fkey"
            columns: ["account_id"]
            isOneToOne: false
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
        ]
      }
      feedback: {
        Row: {
          again: number
          appointment_id: string
          created_at: string
          solved: number
          sound_and_picture: number
        }
        Insert: {
          again: number
          appointment_id: string
          created_at?: string
          solved: number
          sound_and_picture: number
        }
        Update: {
          again?: number
          appointment_id?: string
          created_at?: string
          solved?: number
          sound_and_picture?: number
        }
        Relationships: [
          {
            foreignKeyName: "feedback_appointment_id_fkey"
            columns: ["appointment_id"]
            isOneToOne: true
            referencedRelation: "appointments"
            referencedColumns: ["id"]
          },
        ]
      }
      guardianships: {
        Row: {
          account_id: string
          confirmed_by: string | null
          created_at: string
          id: string
          patient_id: string
          reason: string | null
          relation: Database["public"]["Enums"]["guardianship_relation"]
          since: string
          until: string | null
          updated_at: string
        }
        Insert: {
          account_id: string
          confirmed_by?: string | null
          created_at?: string
          id?: string
          patient_id: string
          reason?: string | null
          relation: Database["public"]["Enums"]["guardianship_relation"]
          since?: string
          until?: string | null
          updated_at?: string
        }
        Update: {
          account_id?: string
          confirmed_by?: string | null
          created_at?: string
          id?: string
          patient_id?: string
          reason?: string | null
          relation?: Database["public"]["Enums"]["guardianship_relation"]
          since?: string
          until?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "guardianships_account_id_fkey"
            columns: ["account_id"]
            isOneToOne: false
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "guardianships_confirmed_by_fkey"
            columns: ["confirmed_by"]
            isOneToOne: false
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "guardianships_patient_id_fkey"
            columns: ["patient_id"]
            isOneToOne: false
            referencedRelation: "patients"
            referencedColumns: ["id"]
          },
        ]
      }
      guests: {
        Row: {
          admitted_at: string | null
          appointment_id: string
          browser_hash: string | null
          created_at: string
          detail: string
          email: string | null
          id: string
          invited_by: string | null
          language: Database["public"]["Enums"]["language_code"]
          link_hashes: string[]
          name: string
          opened_at: string | null
          phone: string | null
          role: Database["public"]["Enums"]["guest_role"]
          state: Database["public"]["Enums"]["guest_state"]
          updated_at: string
          waiting_since: string | null
        }
        Insert: {
          admitted_at?: string | null
          appointment_id: string
          browser_hash?: string | null
          created_at?: string
          detail?: string
          email?: string | null
          id?: string
          invited_by?: string | null
          language: Database["public"]["Enums"]["language_code"]
          link_hashes?: string[]
          name: string
          opened_at?: string | null
          phone?: string | null
          role: Database["public"]["Enums"]["guest_role"]
          state?: Database["public"]["Enums"]["guest_state"]
          updated_at?: string
          waiting_since?: string | null
        }
        Update: {
          admitted_at?: string | null
          appointment_id?: string
          browser_hash?: string | null
          created_at?: string
          detail?: string
          email?: string | null
          id?: string
          invited_by?: string | null
          language?: Database["public"]["Enums"]["language_code"]
          link_hashes?: string[]
          name?: string
          opened_at?: string | null
          phone?: string | null
          role?: Database["public"]["Enums"]["guest_role"]
          state?: Database["public"]["Enums"]["guest_state"]
          updated_at?: string
          waiting_since?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "guests_appointment_id_fkey"
            columns: ["appointment_id"]
            isOneToOne: false
            referencedRelation: "appointments"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "guests_invited_by_fkey"
            columns: ["invited_by"]
            isOneToOne: false
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
        ]
      }
      key_letters: {
        Row: {
          amount: number
          id: string
          letter: string
          valid: unknown
        }
        Insert: {
          amount: number
          id?: string
          letter: string
          valid: unknown
        }
        Update: {
          amount?: number
          id?: string
          letter?: string
          valid?: unknown
        }
        Relationships: []
      }
      message_settings: {
        Row: {
          account_id: string
          answers_within_days: number | null
          away_from: string | null
          away_until: string | null
          notice: Database["public"]["Enums"]["message_notice"]
          updated_at: string
        }
        Insert: {
          account_id?: string
          answers_within_days?: number | null
          away_from?: string | null
          away_until?: string | null
          notice?: Database["public"]["Enums"]["message_notice"]
          updated_at?: string
        }
        Update: {
          account_id?: string
          answers_within_days?: number | null
          away_from?: string | null
          away_until?: string | null
          notice?: Database["public"]["Enums"]["message_notice"]
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "message_settings_account_id_fkey"
            columns: ["account_id"]
            isOneToOne: true
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
        ]
      }
      messages: {
        Row: {
          appointment_id: string | null
          author_id: string
          body: string
          id: string
          read_at: string | null
          sent_at: string
          thread_id: string
        }
        Insert: {
          appointment_id?: string | null
          author_id?: string
          body: string
          id?: string
          read_at?: string | null
          sent_at?: string
          thread_id: string
        }
        Update: {
          appointment_id?: string | null
          author_id?: string
          body?: string
          id?: string
          read_at?: string | null
          sent_at?: string
          thread_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "messages_appointment_id_fkey"
            columns: ["appointment_id"]
            isOneToOne: false
            referencedRelation: "appointments"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "messages_author_id_fkey"
            columns: ["author_id"]
            isOneToOne: false
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "messages_thread_id_fkey"
            columns: ["thread_id"]
            isOneToOne: false
            referencedRelation: "threads"
            referencedColumns: ["id"]
          },
        ]
      }
      notifications: {
        Row: {
          account_id: string | null
          appointment_id: string | null
          attempts: number
          channel: Database["public"]["Enums"]["notification_channel"]
          created_at: string
          due_at: string
          erasure_request_id: string | null
          first_tried_at: string | null
          former_address: string | null
          guest_id: string | null
          id: string
          kind: Database["public"]["Enums"]["notification_kind"]
          language: Database["public"]["Enums"]["language_code"]
          last_error: string | null
          lease: string | null
          leased_until: string | null
          provider_message_id: string | null
          sent_at: string | null
          sign_up_id: string | null
          state: Database["public"]["Enums"]["notification_state"]
          updated_at: string
        }
        Insert: {
          account_id?: string | null
          appointment_id?: string | null
          attempts?: number
          channel: Database["public"]["Enums"]["notification_channel"]
          created_at?: string
          due_at?: string
          erasure_request_id?: string | null
          first_tried_at?: string | null
          former_address?: string | null
          guest_id?: string | null
          id?: string
          kind: Database["public"]["Enums"]["notification_kind"]
          language: Database["public"]["Enums"]["language_code"]
          last_error?: string | null
          lease?: string | null
          leased_until?: string | null
          provider_message_id?: string | null
          sent_at?: string | null
          sign_up_id?: string | null
          state?: Database["public"]["Enums"]["notification_state"]
          updated_at?: string
        }
        Update: {
          account_id?: string | null
          appointment_id?: string | null
          attempts?: number
          channel?: Database["public"]["Enums"]["notification_channel"]
          created_at?: string
          due_at?: string
          erasure_request_id?: string | null
          first_tried_at?: string | null
          former_address?: string | null
          guest_id?: string | null
          id?: string
          kind?: Database["public"]["Enums"]["notification_kind"]
          language?: Database["public"]["Enums"]["language_code"]
          last_error?: string | null
          lease?: string | null
          leased_until?: string | null
          provider_message_id?: string | null
          sent_at?: string | null
          sign_up_id?: string | null
          state?: Database["public"]["Enums"]["notification_state"]
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "notifications_account_id_fkey"
            columns: ["account_id"]
            isOneToOne: false
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "notifications_appointment_id_fkey"
            columns: ["appointment_id"]
            isOneToOne: false
            referencedRelation: "appointments"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "notifications_erasure_request_id_fkey"
            columns: ["erasure_request_id"]
            isOneToOne: false
            referencedRelation: "erasure_requests"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "notifications_guest_id_fkey"
            columns: ["guest_id"]
            isOneToOne: false
            referencedRelation: "guests"
            referencedColumns: ["id"]
          },
        ]
      }
      organisations: {
        Row: {
          active: boolean
          city: string
          email: string | null
          id: string
          kind: Database["public"]["Enums"]["organisation_kind"]
          name: string
          phone: string | null
          postal_code: string
          street: string
        }
        Insert: {
          active?: boolean
          city: string
          email?: string | null
          id?: string
          kind: Database["public"]["Enums"]["organisation_kind"]
          name: string
          phone?: string | null
          postal_code: string
          street: string
        }
        Update: {
          active?: boolean
          city?: string
          email?: string | null
          id?: string
          kind?: Database["public"]["Enums"]["organisation_kind"]
          name?: string
          phone?: string | null
          postal_code?: string
          street?: string
        }
        Relationships: []
      }
      patient_notes: {
        Row: {
          body: string
          created_at: string
          doctor_id: string
          id: string
          patient_id: string
          saved_at: string
        }
        Insert: {
          body: string
          created_at?: string
          doctor_id: string
          id?: string
          patient_id: string
          saved_at?: string
        }
        Update: {
          body?: string
          created_at?: string
          doctor_id?: string
          id?: string
          patient_id?: string
          saved_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "patient_notes_doctor_id_fkey"
            columns: ["doctor_id"]
            isOneToOne: false
            referencedRelation: "doctors"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "patient_notes_patient_id_fkey"
            columns: ["patient_id"]
            isOneToOne: false
            referencedRelation: "patients"
            referencedColumns: ["id"]
          },
        ]
      }
      patients: {
        Row: {
          city: string
          country: string
          created_at: string
          first_name: string
          id: string
          identity_checked_at: string | null
          identity_checked_by: string | null
          laboratory_id: string | null
          last_name: string
          matricule: string
          pharmacy_id: string | null
          postal_code: string
          street: string
          updated_at: string
        }
        Insert: {
          city: string
          country?: string
          created_at?: string
          first_name: string
          id?: string
          identity_checked_at?: string | null
          identity_checked_by?: string | null
          laboratory_id?: string | null
          last_name: string
          matricule: string
          pharmacy_id?: string | null
          postal_code: string
          street: string
          updated_at?: string
        }
        Update: {
          city?: string
          country?: string
          created_at?: string
          first_name?: string
          id?: string
          identity_checked_at?: string | null
          identity_checked_by?: string | null
          laboratory_id?: string | null
          last_name?: string
          matricule?: string
          pharmacy_id?: string | null
          postal_code?: string
          street?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "patients_identity_checked_by_fkey"
            columns: ["identity_checked_by"]
            isOneToOne: false
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "patients_laboratory_id_fkey"
            columns: ["laboratory_id"]
            isOneToOne: false
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "patients_pharmacy_id_fkey"
            columns: ["pharmacy_id"]
            isOneToOne: false
            referencedRelation: "organisations"
            referencedColumns: ["id"]
          },
        ]
      }
      push_subscriptions: {
        Row: {
          account_id: string
          appointment_id: string
          auth: string
          created_at: string
          endpoint: string
          p256dh: string
        }
        Insert: {
          account_id: string
          appointment_id: string
          auth: string
          created_at?: string
          endpoint: string
          p256dh: string
        }
        Update: {
          account_id?: string
          appointment_id?: string
          auth?: string
          created_at?: string
          endpoint?: string
          p256dh?: string
        }
        Relationships: [
          {
            foreignKeyName: "push_subscriptions_account_id_fkey"
            columns: ["account_id"]
            isOneToOne: false
            referencedRelation: "accounts"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "push_subscriptions_appointment_id_fkey"
            columns: ["appointment_id"]
            isOneToOne: false
            referencedRelation: "appointments"
            referencedColumns: ["id"]
          },
        ]
      }
      reason_questions: {
        Row: {
          id: string
          kind: Database["public"]["Enums"]["question_kind"]
          position: number
          question: string
          reason_id: string
        }
        Insert: {
          id?: string
          kind?: Database["public"]["Enums"]["question_kind"]
          position: number
          question: string
          reason_id: string
        }
        Update: {
          id?: string
          kind?: Database["public"]["Enums"]["question_kind"]
          position?: number
          question?: string
          reason_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "reason_questions_reason_id_fkey"
            columns: ["reason_id"]
            isOneToOne: false
            referencedRelation: "reasons"
            referencedColumns: ["id"]
          },
        ]
      }
      reasons: {
        Row: {
          active: boolean
          created_at: string
          doctor_id: string
          id: string
          minutes: number
          name: string
          position: number
        }
        Insert: {
          active?: boolean
          created_at?: string
          doctor_id: string
          id?: string
          minutes: number
          name: string
          position?: number
        }
        Update: {
          active?: boolean
          created_at?: string
          doctor_id?: string
          id?: string
          minutes?: number
          name?: string
          position?: number
        }
        Relationships: [
          {
            foreignKeyName: "reasons_doctor_id_fkey"
            columns: ["doctor_id"]
            isOneToOne: false
            referencedRelation: "doctors"
            referencedColumns: ["id"]
          },
        ]
      }
      restricted_substances: {
        Row: {
          id: string
          name: string
          valid: unknown
        }
        Insert: {
          id?: string
          name: string
          valid: unknown
        }
        Update: {
          id?: string
          name?: string
          valid?: unknown
        }
        Relationships: []
      }
      specialties: {
        Row: {
          id: string
          name_de: string
          name_en: string
          name_fr: string
          name_lb: string
          name_pt: string
        }
        Insert: {
          id: string
          name_de: string
          name_en: string
          name_fr: string
          name_lb: string
          name_pt: string
        }
        Update: {
          id?: string
          name_de?: string
          name_en?: string
          name_fr?: string
          name_lb?: string
          name_pt?: string
        }
        Relationships: []
      }
      tariffs: {
        Row: {
          act_code: string
          coefficient: number
          id: string
          letter: string
          valid: unknown
        }
        Insert: {
          act_code: string
          coefficient: number
          id?: string
          letter: string
          valid: unknown
        }
        Update: {
          act_code?: string
          coefficient?: number
          id?: string
          letter?: string
          valid?: unknown
        }
        Relationships: []
      }
      threads: {
        Row: {
          closed_at: string | null
          closed_reason: string | null
          created_at: string
          doctor_id: string
          id: string
          patient_id: string
        }
        Insert: {
          closed_at?: string | null
          closed_reason?: string | null
          created_at?: string
          doctor_id: string
          id?: string
          patient_id: string
        }
        Update: {
          closed_at?: string | null
          closed_reason?: string | null
          created_at?: string
          doctor_id?: string
          id?: string
          patient_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "threads_doctor_id_fkey"
            columns: ["doctor_id"]
            isOneToOne: false
            referencedRelation: "doctors"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "threads_patient_id_fkey"
            columns: ["patient_id"]
            isOneToOne: false
            referencedRelation: "patients"
            referencedColumns: ["id"]
          },
        ]
      }
      weekly_hours: {
        Row: {
          doctor_id: string
          ends: string
          id: string
          starts: string
          valid_from: string
          valid_to: string
          weekday: number
        }
        Insert: {
          doctor_id: string
          ends: string
          id?: string
          starts: string
          valid_from?: string
          valid_to?: string
          weekday: number
        }
        Update: {
          doctor_id?: string
          ends?: string
          id?: string
          starts?: string
          valid_from?: string
          valid_to?: string
          weekday?: number
        }
        Relationships: [
          {
            foreignKeyName: "weekly_hours_doctor_id_fkey"
            columns: ["doctor_id"]
            isOneToOne: false
            referencedRelation: "doctors"
            referencedColumns: ["id"]
          },
        ]
      }
    }
    Views: {
      [_ in never]: never
    }
    Functions: {
      account_contact: {
        Args: { user_id: string }
        Returns: {
          first_name: string
          language: Database["public"]["Enums"]["language_code"]
          last_name: string
          phone: string
        }[]
      }
      account_words: { Args: { user_id: string }; Returns: string[] }
      add_email_change_link: {
        Args: { change_id: string; link_hash: string }
        Returns: boolean
      }
      add_guest_link: {
        Args: { guest_id: string; link_hash: string }
        Returns: boolean
      }
      add_sign_up_link: {
        Args: { link_hash: string; sign_up_id: string }
        Returns: boolean
      }
      agenda_feed: {
        Args: { secret: string }
        Returns: {
          ends_at: string
          id: string
          initials: string
          starts_at: string
          updated_at: string
        }[]
      }
      agenda_feed_exists: { Args: { secret: string }; Returns: boolean }
      agenda_feed_since: { Args: Record<PropertyKey, never>; Returns: string }
      announce_credential_change: {
        Args: {
          credential: Database["public"]["Enums"]["credential"]
          user_id: string
        }
        Returns: undefined
      }
      appointment_page: { Args: { appointment_id: string }; Returns: Json }
      attachment_scanned: {
        Args: { attachment_id: string; clean: boolean }
        Returns: undefined
      }
      attachment_upload: { Args: { attachment_id: string }; Returns: string }
      attachments_to_scan: {
        Args: Record<PropertyKey, never>
        Returns: {
          id: string
          path: string
        }[]
      }
      begin_attachment: {
        Args: {
          appointment_id?: string
          attachment_id: string
          bytes: number
          name: string
          thread: string
        }
        Returns: string
      }
      begin_email_change: {
        Args: { email: string; form_id: string; session_id: string }
        Returns: boolean
      }
      begin_phone_change: {
        Args: { form_id: string; phone: string; session_id: string }
        Returns: {
          code: string
          id: string
        }[]
      }
      begin_sign_up: {
        Args: {
          city: string
          country: string
          email: string
          first_name: string
          form_id: string
          language: Database["public"]["Enums"]["language_code"]
          last_name: string
          matricule: string
          next?: string
          phone: string
          postal_code: string
          street: string
        }
        Returns: {
          code: string
          id: string
        }[]
      }
      book_appointment: {
        Args: {
          accept_terms: boolean
          answers?: Json
          appointment_id: string
          doctor_id: string
          language?: Database["public"]["Enums"]["language_code"]
          patient_id?: string
          reason_id?: string
          starts_at: string
          symptoms: string
        }
        Returns: string
      }
      cancel_period: {
        Args: { from_at: string; reason: string; to_at: string }
        Returns: number
      }
      check_sign_up_code: {
        Args: { code: string; sign_up_id: string }
        Returns: Database["public"]["Enums"]["code_verdict"]
      }
      choose_laboratory: {
        Args: { document_id: string; laboratory_id: string }
        Returns: undefined
      }
      choose_pharmacy: {
        Args: { document_id: string; pharmacy_id: string }
        Returns: undefined
      }
      claim_document_deliveries: {
        Args: { batch?: number; lease_seconds?: number }
        Returns: Json[]
      }
      claim_documents: {
        Args: { batch?: number; lease_seconds?: number }
        Returns: Json[]
      }
      claim_notifications: {
        Args: { batch?: number; lease_seconds?: number }
        Returns: Json[]
      }
      clear_sms_refusal: { Args: { account_id: string }; Returns: undefined }
      close_abandoned_appointments: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      close_thread: {
        Args: { reason: string; thread: string }
        Returns: undefined
      }
      complete_sign_up: {
        Args: { sign_up_id: string; user_id: string }
        Returns: boolean
      }
      confirm_email_change: { Args: { link_hash: string }; Returns: boolean }
      confirm_identity: { Args: { appointment_id: string }; Returns: string }
      confirm_phone_change: {
        Args: { change_id: string; code: string; session_id: string }
        Returns: Database["public"]["Enums"]["code_verdict"]
      }
      confirmed_phone: { Args: { user_id: string }; Returns: string }
      consume_draft: {
        Args: { account_id?: string; path: string; ticket: string }
        Returns: Json
      }
      correct_document: {
        Args: { correction_id: string; document_id: string }
        Returns: string
      }
      decline_earlier_slot: {
        Args: { appointment_id: string }
        Returns: undefined
      }
      delivery_accepted: {
        Args: { id: string; provider_message_id: string }
        Returns: undefined
      }
      delivery_reported: {
        Args: {
          delivered: boolean
          provider_message_id: string
          reason?: string
        }
        Returns: undefined
      }
      directory_towns: {
        Args: Record<PropertyKey, never>
        Returns: {
          doctors: number
          town: string
        }[]
      }
      discard_document_draft: {
        Args: { document_id: string }
        Returns: undefined
      }
      doctor_calendar: {
        Args: { from_day?: string; reason_id?: string; slug: string }
        Returns: Json
      }
      doctor_day: { Args: { day?: string }; Returns: Json }
      doctor_week: { Args: { from_day?: string }; Returns: Json }
      document_catalogue: { Args: { document_id: string }; Returns: Json }
      document_filling: {
        Args: { document_id: string; template_id?: string }
        Returns: Json
      }
      document_is_ready: { Args: { document_id: string }; Returns: boolean }
      document_made: {
        Args: {
          employer_sha256?: string
          file_bytes: number
          id: string
          lease: string
          sha256: string
        }
        Returns: boolean
      }
      document_not_made: {
        Args: { id: string; lease: string; reason: string }
        Returns: undefined
      }
      document_page: { Args: { document_id: string }; Returns: Json }
      document_preview: { Args: { document_id: string }; Returns: Json }
      email_change_of_link: {
        Args: { link_hash: string }
        Returns: {
          confirmed: boolean
          email: string
        }[]
      }
      end_abandoned_free_now: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      end_outgrown_guardianships: {
        Args: Record<PropertyKey, never>
        Returns: number
      }
      export_account: { Args: Record<PropertyKey, never>; Returns: Json }
      forget_attachments: { Args: { ids: string[] }; Returns: undefined }
      forward_document: {
        Args: { address: string; delivery_id: string; document_id: string }
        Returns: string
      }
      free_slots: {
        Args: {
          doctor_id: string
          from_at: string
          minutes?: number
          to_at: string
        }
        Returns: {
          ends_at: string
          starts_at: string
        }[]
      }
      give_feedback: {
        Args: {
          again: number
          appointment_id: string
          solved: number
          sound_and_picture: number
        }
        Returns: undefined
      }
      guest_of_link: {
        Args: { browser_hash: string; link_hash: string }
        Returns: Json
      }
      guest_visit: { Args: { browser_hash: string }; Returns: Json }
      invite_guest: {
        Args: {
          appointment_id: string
          detail: string
          email?: string
          language: Database["public"]["Enums"]["language_code"]
          name: string
          phone?: string
          role: Database["public"]["Enums"]["guest_role"]
        }
        Returns: string
      }
      is_answered: { Args: { challenge_id: string }; Returns: boolean }
      issue_document: {
        Args: { document_id: string; version: number }
        Returns: string
      }
      join_waiting_list: {
        Args: {
          appointment_id: string
          from_time: string
          to_time: string
          weekdays: number[]
        }
        Returns: undefined
      }
      keep_free_now: { Args: Record<PropertyKey, never>; Returns: string }
      last_cancellation: { Args: Record<PropertyKey, never>; Returns: Json }
      leave_waiting_list: {
        Args: { appointment_id: string }
        Returns: undefined
      }
      list_documents: {
        Args: { appointment_id?: string; patient_id?: string }
        Returns: Json
      }
      mark_delivery_sent: {
        Args: { id: string; lease: string; provider_message_id: string }
        Returns: boolean
      }
      mark_messages_read: { Args: { thread: string }; Returns: number }
      mark_notification_sent: {
        Args: { id: string; lease: string; provider_message_id: string }
        Returns: boolean
      }
      move_appointment: {
        Args: { appointment_id: string; starts_at: string }
        Returns: string
      }
      move_guest: {
        Args: {
          act: Database["public"]["Enums"]["guest_act"]
          browser_hash: string
        }
        Returns: Database["public"]["Enums"]["guest_state"]
      }
      moving_calendar: {
        Args: { appointment_id: string; from_day?: string }
        Returns: Json
      }
      my_agenda_settings: { Args: Record<PropertyKey, never>; Returns: Json }
      my_dependants: {
        Args: Record<PropertyKey, never>
        Returns: {
          born_on: string
          first_name: string
          id: string
          last_name: string
          relation: Database["public"]["Enums"]["guardianship_relation"]
        }[]
      }
      my_email_change: {
        Args: Record<PropertyKey, never>
        Returns: {
          email: string
          ends_at: string
          id: string
          sendings: number
        }[]
      }
      my_organisations: {
        Args: Record<PropertyKey, never>
        Returns: {
          city: string
          id: string
          kind: Database["public"]["Enums"]["organisation_kind"]
          name: string
          own: boolean
          patient_id: string
          postal_code: string
          street: string
        }[]
      }
      my_profile: {
        Args: Record<PropertyKey, never>
        Returns: {
          city: string
          country: string
          first_name: string
          language: Database["public"]["Enums"]["language_code"]
          last_name: string
          matricule: string
          patient_id: string
          phone: string
          postal_code: string
          street: string
        }[]
      }
      my_reasons: { Args: Record<PropertyKey, never>; Returns: Json }
      my_threads_page: {
        Args: Record<PropertyKey, never>
        Returns: {
          as_doctor: boolean
          closed: boolean
          doctor_first_name: string
          doctor_last_name: string
          doctor_slug: string
          doctor_title: string
          id: string
          last_author: Database["public"]["Enums"]["appointment_side"]
          last_body: string
          last_sent_at: string
          own: boolean
          patient_first_name: string
          patient_last_name: string
          time_zone: string
          unread: number
        }[]
      }
      note_auth_email: {
        Args: {
          account_id: string
          id: string
          kind: Database["public"]["Enums"]["notification_kind"]
          provider_message_id?: string
          reason?: string
        }
        Returns: undefined
      }
      note_opened_link: {
        Args: { token: string; user_id: string }
        Returns: undefined
      }
      note_reopening_pushed: {
        Args: { appointment_id: string; endpoints: string[] }
        Returns: undefined
      }
      note_reopening_seen: {
        Args: { appointment_id: string }
        Returns: undefined
      }
      note_sms_refusal: {
        Args: {
          account_id: string
          cause: string
          phone: string
          reason: string
        }
        Returns: undefined
      }
      notification_accepted: {
        Args: { id: string; provider_message_id: string }
        Returns: undefined
      }
      notification_reported: {
        Args: {
          delivered: boolean
          provider_message_id: string
          reason?: string
        }
        Returns: undefined
      }
      notify_account: {
        Args: {
          account_id: string
          kind: Database["public"]["Enums"]["notification_kind"]
        }
        Returns: undefined
      }
      offer_earlier_slots: {
        Args: { after?: string; batch?: number }
        Returns: {
          last_doctor_id: string
          offered: number
        }[]
      }
      open_attachment: {
        Args: { attachment_id: string }
        Returns: {
          name: string
          path: string
          type: string
        }[]
      }
      open_attachments: { Args: { thread: string }; Returns: number }
      open_guest_link: {
        Args: { browser_hash: string; link_hash: string }
        Returns: boolean
      }
      opened_link_email: { Args: { token: string }; Returns: string }
      patient_file: { Args: { patient_id: string }; Returns: Json }
      phone_change: {
        Args: { session_id: string }
        Returns: {
          id: string
          phone: string
          sent_at: string
          tries_left: number
        }[]
      }
      place_reason: {
        Args: { place: number; reason_id: string }
        Returns: undefined
      }
      purge_expired: { Args: Record<PropertyKey, never>; Returns: undefined }
      read_draft: {
        Args: { account_id?: string; path: string; ticket: string }
        Returns: Json
      }
      refresh_next_slots: {
        Args: { batch?: number }
        Returns: {
          overdue_seconds: number
          refreshed: number
          wrong: number
        }[]
      }
      release_guest_link: { Args: { browser_hash: string }; Returns: boolean }
      remove_push_subscriptions: {
        Args: { endpoints: string[] }
        Returns: undefined
      }
      remove_reason: { Args: { reason_id: string }; Returns: undefined }
      renew_agenda_feed: { Args: Record<PropertyKey, never>; Returns: string }
      renew_email_change: {
        Args: { change_id: string; sendings: number; session_id: string }
        Returns: undefined
      }
      renew_phone_change_code: {
        Args: { change_id: string; session_id: string }
        Returns: {
          code: string
          language: Database["public"]["Enums"]["language_code"]
          phone: string
        }[]
      }
      renew_sign_up_code: {
        Args: { sign_up_id: string }
        Returns: {
          code: string
          language: Database["public"]["Enums"]["language_code"]
          phone: string
        }[]
      }
      reopen_thread: { Args: { thread: string }; Returns: undefined }
      request_erasure: { Args: Record<PropertyKey, never>; Returns: string }
      resend_activation: { Args: { email: string }; Returns: undefined }
      retry_delivery: {
        Args: { address?: string; delivery_id: string }
        Returns: undefined
      }
      revoke_agenda_feed: {
        Args: Record<PropertyKey, never>
        Returns: undefined
      }
      ringing_subscriptions: {
        Args: { appointment_id: string }
        Returns: {
          auth: string
          endpoint: string
          language: Database["public"]["Enums"]["language_code"]
          p256dh: string
        }[]
      }
      save_agenda_settings: {
        Args: {
          buffer_minutes: number
          horizon_days: number
          hours: Json
          lead_minutes: number
          slot_minutes: number
        }
        Returns: undefined
      }
      save_document_draft: {
        Args: { content: Json; document_id: string; version: number }
        Returns: number
      }
      save_document_template: {
        Args: { document_id: string; name: string }
        Returns: string
      }
      save_draft: {
        Args: { account_id?: string; fields: Json; path: string }
        Returns: string
      }
      save_message_settings: {
        Args: {
          answers_within_days?: number
          away_from?: string
          away_until?: string
          notice: Database["public"]["Enums"]["message_notice"]
        }
        Returns: undefined
      }
      save_patient_note: {
        Args: { body: string; patient_id: string }
        Returns: string
      }
      save_push_subscription: {
        Args: {
          appointment_id: string
          auth: string
          endpoint: string
          p256dh: string
        }
        Returns: undefined
      }
      save_reason: {
        Args: {
          active: boolean
          minutes: number
          name: string
          questions: Json
          reason_id: string
        }
        Returns: undefined
      }
      schedule_delivery_retry: {
        Args: { id: string; lease: string; permanent?: boolean; reason: string }
        Returns: Database["public"]["Enums"]["delivery_state"]
      }
      schedule_notification_retry: {
        Args: { id: string; lease: string; permanent?: boolean; reason: string }
        Returns: Database["public"]["Enums"]["notification_state"]
      }
      search_doctors: {
        Args: {
          after_at?: string
          after_id?: string
          free_now?: boolean
          language?: Database["public"]["Enums"]["language_code"]
          page_size?: number
          query?: string
          specialty?: string
          today?: boolean
          town?: string
        }
        Returns: {
          city: string
          first_name: string
          found: number
          id: string
          is_free_now: boolean
          languages: Database["public"]["Enums"]["language_code"][]
          last_name: string
          next_slots: string[]
          slot_minutes: number
          slug: string
          sorted_at: string
          specialty_id: string
          time_zone: string
          title: string
        }[]
      }
      search_my_patients: {
        Args: { query: string }
        Returns: {
          born_on: string
          first_name: string
          id: string
          last_name: string
          last_seen_at: string
        }[]
      }
      send_appointment_links: { Args: { email: string }; Returns: undefined }
      send_attachment: { Args: { attachment_id: string }; Returns: undefined }
      send_fee_note_to_cns: {
        Args: { document_id: string; proof_name: string; proof_path: string }
        Returns: string
      }
      session_ended_by: {
        Args: { account_id: string; issued_at: string }
        Returns: Database["public"]["Enums"]["credential"]
      }
      session_is_open: { Args: Record<PropertyKey, never>; Returns: boolean }
      session_unread: { Args: Record<PropertyKey, never>; Returns: number }
      set_free_now: { Args: { minutes: number }; Returns: string }
      sign_in_code: {
        Args: { user_id: string }
        Returns: {
          challenge_id: string
          factor_id: string
          other_factors: string[]
          phone: string
          sent_at: string
          sms_refused: string
          tries_left: number
        }[]
      }
      sign_in_email: { Args: { matricule: string }; Returns: string }
      sign_up_code: {
        Args: { sign_up_id: string }
        Returns: {
          confirmed: boolean
          email: string
          email_failed: boolean
          next: string
          phone: string
          sent_at: string
          tries_left: number
        }[]
      }
      sign_up_of_link: {
        Args: { link_hash: string }
        Returns: {
          account_id: string
          city: string
          email: string
          first_name: string
          id: string
          language: Database["public"]["Enums"]["language_code"]
          last_name: string
          matricule: string
          next: string
          phone: string
        }[]
      }
      start_document: {
        Args: {
          appointment_id: string
          id: string
          kind: Database["public"]["Enums"]["document_kind"]
        }
        Returns: string
      }
      store_attachment: {
        Args: {
          attachment_id: string
          bytes: number
          held_back: boolean
          sha256: string
          type: string
        }
        Returns: undefined
      }
      take_attempt: {
        Args: { allowed: number; subject: string; window_seconds: number }
        Returns: boolean
      }
      take_link_attempt: { Args: { account_id: string }; Returns: boolean }
      thread_consultations: {
        Args: { thread: string }
        Returns: {
          ends_at: string
          id: string
          starts_at: string
          state: Database["public"]["Enums"]["appointment_state"]
        }[]
      }
      thread_messages: {
        Args: {
          appointment?: string
          latest?: number
          message?: string
          search?: string
          thread: string
        }
        Returns: {
          attachment_bytes: number
          attachment_in_call: boolean
          attachment_standing: Database["public"]["Enums"]["attachment_standing"]
          attachment_type: string
          author: Database["public"]["Enums"]["appointment_side"]
          body: string
          id: string
          read_at: string
          sent_at: string
          thread_id: string
        }[]
      }
      thread_page: {
        Args: { thread: string }
        Returns: {
          answers_within_days: number
          as_doctor: boolean
          away_from: string
          away_until: string
          closed_reason: string
          doctor_first_name: string
          doctor_last_name: string
          doctor_slug: string
          doctor_title: string
          id: string
          may_write: boolean
          own: boolean
          patient_first_name: string
          patient_last_name: string
          time_zone: string
          unread_elsewhere: number
        }[]
      }
      transition_appointment: {
        Args: {
          act: Database["public"]["Enums"]["appointment_act"]
          appointment_id: string
          reason?: string
        }
        Returns: Database["public"]["Enums"]["appointment_state"]
      }
      transition_guest: {
        Args: {
          act: Database["public"]["Enums"]["guest_act"]
          guest_id: string
        }
        Returns: Database["public"]["Enums"]["guest_state"]
      }
      try_code: {
        Args: { challenge_id: string; code: string }
        Returns: boolean
      }
      undo_cancellation: { Args: { cancelled_at: string }; Returns: number }
      undo_document: { Args: { document_id: string }; Returns: undefined }
      undo_no_show: {
        Args: { appointment_id: string }
        Returns: Database["public"]["Enums"]["appointment_state"]
      }
      unsent_attachments: {
        Args: Record<PropertyKey, never>
        Returns: {
          id: string
          paths: string[]
        }[]
      }
      user_of_sign_up: { Args: { sign_up_id: string }; Returns: string }
      verify_document: { Args: { code: string }; Returns: Json }
      void_document: {
        Args: { document_id: string; reason: string }
        Returns: undefined
      }
      withdraw_email_change: {
        Args: { change_id: string; session_id: string }
        Returns: undefined
      }
      withdraw_erasure: { Args: Record<PropertyKey, never>; Returns: boolean }
      withdraw_notification: {
        Args: { id: string; lease: string }
        Returns: boolean
      }
      withdraw_sign_up: { Args: { link_hash: string }; Returns: undefined }
    }
    Enums: {
      account_kind: "patient" | "doctor" | "admin"
      appointment_act:
        | "arrive"
        | "leave"
        | "call"
        | "withdraw"
        | "accept"
        | "end"
        | "reopen"
        | "no_show"
        | "cancel"
        | "ask_telephone"
        | "withdraw_telephone"
        | "telephone"
        | "video"
      appointment_side: "patient" | "doctor"
      appointment_state:
        | "booked"
        | "waiting"
        | "calling"
        | "in_progress"
        | "completed"
        | "cancelled"
        | "no_show"
      attachment_standing:
        | "sent"
        | "sent_opened"
        | "held_back"
        | "refused"
        | "unopened"
        | "opened"
        | "gone"
      attachment_state: "uploading" | "held_back" | "ready" | "refused"
      availability_effect: "closed" | "open"
      code_verdict: "right" | "wrong" | "expired" | "over"
      consultation_medium: "video" | "telephone"
      credential: "email" | "phone" | "password"
      delivery_purpose:
        | "copy"
        | "voided"
        | "withdrawn"
        | "payment"
        | "not_delivered"
        | "forward"
      delivery_state: "waiting" | "sent" | "delivered" | "failed"
      document_kind: "prescription" | "lab_order" | "sick_leave" | "fee_note"
      document_recipient:
        | "patient"
        | "pharmacy"
        | "laboratory"
        | "cns"
        | "other"
      document_state: "draft" | "issued" | "voided"
      erasure_decision: "accepted" | "declined"
      guardianship_relation:
        | "self"
        | "parent"
        | "child"
        | "partner"
        | "guardian"
        | "trusted_person"
      guest_act: "admit" | "refuse" | "remove" | "withdraw" | "arrive" | "leave"
      guest_role: "relative" | "interpreter" | "colleague"
      guest_state:
        | "invited"
        | "waiting"
        | "admitted"
        | "left"
        | "refused"
        | "removed"
        | "withdrawn"
      language_code: "fr" | "de" | "en" | "lb" | "pt"
      message_notice: "at_once" | "once_a_day" | "never"
      notification_channel: "sms" | "email"
      notification_kind:
        | "account_activation"
        | "account_exists"
        | "password_link"
        | "email_link"
        | "email_changed"
        | "phone_changed"
        | "password_changed"
        | "appointment_confirmation"
        | "appointment_reminder"
        | "appointment_cancellation"
        | "consultation_reopened"
        | "unread_messages"
        | "appointment_moved"
        | "earlier_slot"
        | "appointment_missed"
        | "appointment_not_held"
        | "guest_invitation"
        | "guest_appointment_moved"
        | "guest_appointment_cancellation"
        | "email_taken"
        | "erasure_requested"
        | "erasure_withdrawn"
        | "erasure_accepted"
        | "erasure_declined"
      notification_state: "due" | "sent" | "delivered" | "failed" | "withdrawn"
      organisation_kind: "pharmacy" | "laboratory"
      question_kind: "text" | "yes_no"
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] &
        DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] &
        DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  public: {
    Enums: {
      account_kind: ["patient", "doctor", "admin"],
      appointment_act: [
        "arrive",
        "leave",
        "call",
        "withdraw",
        "accept",
        "end",
        "reopen",
        "no_show",
        "cancel",
        "ask_telephone",
        "withdraw_telephone",
        "telephone",
        "video",
      ],
      appointment_side: ["patient", "doctor"],
      appointment_state: [
        "booked",
        "waiting",
        "calling",
        "in_progress",
        "completed",
        "cancelled",
        "no_show",
      ],
      attachment_standing: [
        "sent",
        "sent_opened",
        "held_back",
        "refused",
        "unopened",
        "opened",
        "gone",
      ],
      attachment_state: ["uploading", "held_back", "ready", "refused"],
      availability_effect: ["closed", "open"],
      code_verdict: ["right", "wrong", "expired", "over"],
      consultation_medium: ["video", "telephone"],
      credential: ["email", "phone", "password"],
      delivery_purpose: [
        "copy",
        "voided",
        "withdrawn",
        "payment",
        "not_delivered",
        "forward",
      ],
      delivery_state: ["waiting", "sent", "delivered", "failed"],
      document_kind: ["prescription", "lab_order", "sick_leave", "fee_note"],
      document_recipient: ["patient", "pharmacy", "laboratory", "cns", "other"],
      document_state: ["draft", "issued", "voided"],
      erasure_decision: ["accepted", "declined"],
      guardianship_relation: [
        "self",
        "parent",
        "child",
        "partner",
        "guardian",
        "trusted_person",
      ],
      guest_act: ["admit", "refuse", "remove", "withdraw", "arrive", "leave"],
      guest_role: ["relative", "interpreter", "colleague"],
      guest_state: [
        "invited",
        "waiting",
        "admitted",
        "left",
        "refused",
        "removed",
        "withdrawn",
      ],
      language_code: ["fr", "de", "en", "lb", "pt"],
      message_notice: ["at_once", "once_a_day", "never"],
      notification_channel: ["sms", "email"],
      notification_kind: [
        "account_activation",
        "account_exists",
        "password_link",
        "email_link",
        "email_changed",
        "phone_changed",
        "password_changed",
        "appointment_confirmation",
        "appointment_reminder",
        "appointment_cancellation",
        "consultation_reopened",
        "unread_messages",
        "appointment_moved",
        "earlier_slot",
        "appointment_missed",
        "appointment_not_held",
        "guest_invitation",
        "guest_appointment_moved",
        "guest_appointment_cancellation",
        "email_taken",
        "erasure_requested",
        "erasure_withdrawn",
        "erasure_accepted",
        "erasure_declined",
      ],
      notification_state: ["due", "sent", "delivered", "failed", "withdrawn"],
      organisation_kind: ["pharmacy", "laboratory"],
      question_kind: ["text", "yes_no"],
    },
  },
} as const
