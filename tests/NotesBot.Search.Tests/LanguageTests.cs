using NotesBot.Search.Tests.Mechanisms;

namespace NotesBot.Search.Tests;

/// <summary>Questions in the language of the notes, in words as people type them: forms, letters without marks, slips of the finger.</summary>
public sealed class LanguageTests
{
    private static readonly Dictionary<string, (string Wanted, string Other)> Notes = new(StringComparer.Ordinal)
    {
        ["French"] = ("La régression estime les paramètres du modèle à partir des données.", "Le voyage est long et la mer est dans la brume."),
        ["Spanish"] = ("La regresión estima los parámetros del modelo a partir de los datos.", "El viaje es largo y la mar está en la niebla."),
        ["Italian"] = ("La regressione stima i parametri del modello a partire dai dati.", "Il viaggio è lungo e il mare è nella nebbia."),
        ["Portuguese"] = ("A regressão estima os parâmetros do modelo a partir dos dados.", "A viagem é longa e o mar está na névoa."),
        ["Dutch"] = ("De regressie schat de parameters van het model met de gegevens.", "De reis is lang en de zee is in de mist."),
        ["Swedish"] = ("Regressionen skattar parametrarna i modellen och är en metod för prognoser.", "Resan är lång och havet ligger i dimma."),
        ["German"] = ("Die Regression schätzt die Parameter des Modells aus den Daten.", "Die Reise ist lang und das Meer liegt im Nebel."),
        ["Russian"] = ("Регрессия оценивает параметры модели по данным, и её ёмкость мала.", "Путь был долгий, и море лежало в тумане."),
        ["Greek"] = ("Η παλινδρόμηση εκτιμά τις παραμέτρους του μοντέλου από τα δεδομένα.", "Το ταξίδι είναι μακρύ και η θάλασσα είναι στην ομίχλη."),
        ["Polish"] = ("Regresja szacuje parametry modelu na podstawie danych i jest metodą prognoz.", "Podróż jest długa, a morze leży we mgle i nie widać."),
        ["Turkish"] = ("İstatistik ve regresyon, modelin parametrelerini verilerden tahmin eder.", "Bu yol çok uzun ve deniz sis içinde."),
        ["Arabic"] = ("الإحصاء علم يهتم بالبيانات، والمكتبة في الدور الأول من المبنى.", "السفر طويل والبحر في الضباب."),
        ["Hebrew"] = ("הרגרסיה מעריכה את הפרמטרים של המודל על סמך הנתונים.", "הדרך ארוכה והים הוא בתוך הערפל."),
        ["Korean"] = ("회귀분석은 데이터에서 모델의 매개변수를 추정한다. 손실이 작다.", "여행은 길고 바다는 안개 속에 있다."),
        ["Chinese"] = ("梯度下降是一种优化算法，每一步沿负梯度方向走。", "旅途很长，大海在雾中。"),
        ["Japanese"] = ("過学習とは、訓練データに適合しすぎることです。", "旅は長く、海は霧の中にあります。"),
        ["Hindi"] = ("प्रतिगमन मॉडल के मापदंडों का अनुमान डेटा से लगाता है।", "यात्रा लंबी है और समुद्र कोहरे में है।"),
    };

    /// <summary>Other forms, letters without their marks, question words, and one slip.</summary>
    [Theory]
    [InlineData("French", "C'est quoi la régression ?")]
    [InlineData("French", "expliquez les modeles")]
    [InlineData("French", "regresion")]
    [InlineData("Spanish", "¿Qué es la regresión?")]
    [InlineData("Spanish", "cuáles son los parametros del modelo")]
    [InlineData("Spanish", "regrecion")]
    [InlineData("Italian", "Che cos'è la regressione?")]
    [InlineData("Italian", "quali sono i modelli")]
    [InlineData("Italian", "regresione")]
    [InlineData("Portuguese", "O que é a regressão?")]
    [InlineData("Portuguese", "explique o parametro")]
    [InlineData("Portuguese", "regresao")]
    [InlineData("Dutch", "Wat is regressie?")]
    [InlineData("Dutch", "leg de parameter uit")]
    [InlineData("Dutch", "regresie")]
    [InlineData("Swedish", "Vad är regression?")]
    [InlineData("Swedish", "hur fungerar modeller")]
    [InlineData("Swedish", "parametrarn")]
    [InlineData("German", "Was ist Regression?")]
    [InlineData("German", "Modelle erklären")]
    [InlineData("German", "schaetzt")]
    [InlineData("Russian", "Что такое регрессия?")]
    [InlineData("Russian", "как оценивать моделей")]
    [InlineData("Russian", "емкость")]
    [InlineData("Russian", "регресия")]
    [InlineData("Greek", "Τι είναι η παλινδρομηση;")]
    [InlineData("Greek", "ΠΑΛΙΝΔΡΌΜΗΣΗ")]
    [InlineData("Greek", "μοντέλα")]
    [InlineData("Greek", "παλινδρομιση")]
    [InlineData("Polish", "Co to jest regresja?")]
    [InlineData("Polish", "modele")]
    [InlineData("Polish", "regrezja")]
    [InlineData("Turkish", "istatistik nedir")]
    [InlineData("Turkish", "ISTATISTIK")]
    [InlineData("Turkish", "modeller")]
    [InlineData("Arabic", "ما هو الاحصاء؟")]
    [InlineData("Arabic", "المكتبه")]
    [InlineData("Arabic", "إحصاء")]
    [InlineData("Arabic", "بيانات")]
    [InlineData("Arabic", "الإحْصَاءُ")]
    [InlineData("Hebrew", "מה זה רגרסיה?")]
    [InlineData("Hebrew", "מודל")]
    [InlineData("Hebrew", "הנתון")]
    [InlineData("Korean", "회귀분석이란 무엇인가?")]
    [InlineData("Korean", "손실")]
    [InlineData("Korean", "매개변수는")]
    [InlineData("Korean", "회귀 분석")]
    [InlineData("Chinese", "什么是梯度下降？")]
    [InlineData("Chinese", "优化算法")]
    [InlineData("Japanese", "過学習とは何ですか")]
    [InlineData("Japanese", "ﾃﾞｰﾀ")]
    [InlineData("Japanese", "訓練データ")]
    [InlineData("Hindi", "प्रतिगमन क्या है?")]
    [InlineData("Hindi", "मॉडलों")]
    public void GivenNotesInALanguage_WhenAskedInIt_ThenThePassageAnswers(string language, string question)
    {
        var (wanted, other) = Notes[language];

        var answer = SmallLibrary.Of(other, wanted).Ask(question);

        Assert.Equal(wanted, answer.Hits.Select(hit => hit.Passage.Text).FirstOrDefault());
        Assert.Equal(Confidence.Answer, answer.Confidence);
    }

    /// <summary>One character, or a word of the question alone, proves nothing.</summary>
    [Theory]
    [InlineData("Chinese", "什么是度量空间")]
    [InlineData("Chinese", "法律制度")]
    [InlineData("Japanese", "教科書とは何ですか")]
    [InlineData("Korean", "미분방정식이란 무엇인가")]
    [InlineData("French", "C'est quoi la photosynthèse ?")]
    [InlineData("Spanish", "¿Qué es la fotosíntesis?")]
    [InlineData("Russian", "Что такое фотосинтез?")]
    [InlineData("Greek", "Τι είναι η φωτοσύνθεση;")]
    public void GivenNotesInALanguage_WhenAskedWhatTheyLack_ThenTheyDoNotAnswer(string language, string question)
    {
        var (wanted, other) = Notes[language];

        var answer = SmallLibrary.Of(other, wanted).Ask(question);

        Assert.NotEqual(Confidence.Answer, answer.Confidence);
    }

    /// <summary>Full width, a decomposed sound mark, syllables in their letters, digits of another script, letters of formulas.</summary>
    [Theory]
    [InlineData("The ＡＢＣ method is ranked.", "ABC method")]
    [InlineData("データ is Japanese for what is given.", "テ\u3099ータ")]
    [InlineData("손실 is Korean for a loss.", "\u1109\u1169\u11AB\u1109\u1175\u11AF")]
    [InlineData("The year ١٩٨٤ was the first.", "1984")]
    [InlineData("Where 𝑅𝑀𝑆𝐸 is small it fits.", "RMSE")]
    [InlineData("An ὀξύς accent is Greek of old.", "οξυσ")]
    [InlineData("Die Straße ist lang.", "strasse")]
    public void GivenLettersInAnotherForm_WhenAsked_ThenTheyAreTheSame(string text, string question)
    {
        var library = SmallLibrary.Of(text);

        var answer = library.Ask(question);

        Assert.Equal(text, answer.Hits.Select(hit => hit.Passage.Text).FirstOrDefault());
    }
}
