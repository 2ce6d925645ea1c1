import type { Texts } from "../mod.ts";

/** The guide for patients. */
export const guide = {
  title: "Guide du patient",
  intro:
    "Voir un médecin en vidéo, en quelques étapes : créer votre compte, prendre rendez-vous, vous connecter.",
  contents: "Sur cette page",
  emergency:
    "Ce service n’est pas fait pour les urgences. En cas d’urgence vitale, appelez le 112.",

  needTitle: "Ce qu’il vous faut",
  needMatricule:
    "Votre matricule : le numéro à 13 chiffres de votre carte de Sécurité sociale.",
  needPhone:
    "Votre téléphone portable : un code vous est envoyé par SMS à chaque connexion.",
  needEmail:
    "Une adresse e-mail : pour activer votre compte et recevoir les confirmations de rendez-vous.",
  needDevice:
    "Un ordinateur, une tablette ou un téléphone portable avec une caméra et un microphone. Il n’y a rien à installer.",
  needBrowser: "Une version actuelle de Chrome, Safari, Firefox ou Edge.",

  tipsTitle: "Pour bien se voir et s’entendre",
  tipWindow: "Évitez d’avoir une fenêtre derrière vous.",
  tipLight: "Éclairez votre visage, par exemple avec une lampe devant vous.",
  tipRoom: "Choisissez une pièce calme où personne ne vous dérange.",
  tipHeadset:
    "Si votre ordinateur est ancien ou si vous entendez moins bien, utilisez un casque avec microphone.",
  tipConnection:
    "Préférez une bonne connexion Wi-Fi, et fermez les programmes qui utilisent la caméra.",

  accountTitle: "Créer votre compte",
  account1: "Choisissez votre langue, puis ouvrez la page de connexion.",
  account2:
    "Remplissez la colonne « S’inscrire » et cliquez sur « Envoyer ». Vérifiez bien votre e-mail et votre numéro de portable : c’est là que tout vous parvient.",
  account3: "Saisissez le code reçu par SMS et cliquez sur « Confirmer ».",
  account4:
    "Ouvrez l’e-mail d’activation et cliquez sur le lien. Il est valable 24 heures et ne sert qu’une fois.",
  account5: "Choisissez votre mot de passe et cliquez sur « Valider ».",
  accountLater:
    "Ensuite, connectez-vous toujours avec votre e-mail ou votre matricule, votre mot de passe et le nouveau code reçu par SMS.",

  bookTitle: "Prendre rendez-vous",
  book1:
    "Cherchez un médecin par son nom, sa spécialité ou une langue qu’il parle.",
  book2:
    "Ouvrez son agenda et choisissez un créneau libre. Si vous n’êtes pas connecté, connectez-vous : vous revenez ensuite à ce médecin.",
  book3:
    "Vérifiez le rendez-vous, cochez la case pour accepter les conditions et cliquez sur « Confirmer ».",
  book4:
    "Si vous le souhaitez, écrivez vos symptômes ou une remarque pour le médecin, puis cliquez sur « Réserver ».",
  book5:
    "Vous recevez un SMS et un e-mail avec la date, l’heure et le lien vers la salle d’attente.",
  bookReminder:
    "Si le rendez-vous est pris assez tôt, un rappel vous est envoyé la veille et une heure avant.",
  bookCancel:
    "Vous pouvez annuler jusqu’à l’heure du rendez-vous. Si une urgence oblige le médecin à annuler, vous en êtes averti tout de suite par SMS et par e-mail, avec un lien pour choisir un autre rendez-vous.",
  bookLost:
    "Lien perdu ? Connectez-vous : vos rendez-vous sont dans votre compte.",

  joinTitle: "Le jour de la téléconsultation",
  join1:
    "Ouvrez le lien de l’e-mail ou du SMS et connectez-vous. La salle d’attente ouvre 10 minutes avant l’heure du rendez-vous.",
  join2:
    "Réglez votre matériel : choisissez la caméra, le microphone et le haut-parleur, et testez le son.",
  join3:
    "Cliquez sur « Commencer votre consultation ». Vous vous voyez et vous attendez : c’est le médecin qui vous appelle.",
  join4:
    "Quand il appelle, un bouton vert sonne et clignote. Appuyez dessus pour répondre.",
  join5:
    "Le médecin apparaît en grand, vous en petit. Dans le chat, vous pouvez aussi vous écrire et vous envoyer des fichiers : ouvrez ceux que vous recevez, pour les garder.",
  join6:
    "À la fin, cliquez sur la croix rouge. L’appel n’est jamais coupé à 10 minutes : c’est le médecin et vous qui décidez.",

  cameraTitle: "Autoriser la caméra et le microphone",
  troubleTitle: "Si quelque chose ne marche pas",
  troubleCode:
    "Pas de SMS : attendez une minute, vérifiez que votre téléphone a du réseau, puis cliquez sur « Renvoyer le code ».",
  troubleMail:
    "Pas d’e-mail : regardez dans les courriers indésirables, ou demandez un nouveau lien depuis la page de connexion.",
  troubleCamera:
    "Pas d’image ou de son : autorisez la caméra et le microphone dans votre navigateur, et fermez les autres programmes d’appel. La consultation est possible sans image.",
  troubleCut:
    "Appel coupé : la connexion se rétablit d’elle-même. Sinon, rechargez la page : vous revenez dans l’appel.",
  troubleHelp: "Vous n’y arrivez pas ? Notre helpdesk vous aide : {phone}.",
  searchLabel: "Chercher dans l’aide",
  showAll: "Tout afficher",
  nothingFound: "Rien trouvé pour « {query} ».",
} as const;

export type GuideTexts = Texts<typeof guide>;
